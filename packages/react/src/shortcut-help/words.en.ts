/** English words of the list of keys. */
export const shortcutHelpWords = {
  'keys.heading': 'Keys that work here',
  'keys.none':
    'There are no other shortcuts: no single key does anything by itself, so none gets in the way of your browser or screen reader.',
  'keys.tab': 'Tab',
  'keys.tabDoes': 'to the next part of the page; the toolbar is one stop',
  'keys.arrows': 'Arrow keys, Home, End',
  'keys.arrowsDo': 'from control to control in the toolbar, from person to person in the chat',
  'keys.enter': 'Enter',
  'keys.enterDoes': 'presses a control; sends what you wrote in the chat',
  'keys.line': 'Shift + Enter',
  'keys.lineDoes': 'begins a new line in the chat',
  'keys.escape': 'Escape',
  'keys.escapeDoes': 'closes a panel or a dialog and goes back to where you were',
} as const;
