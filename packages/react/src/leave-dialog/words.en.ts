export const leaveDialogWords = {
  'leave.title': 'Leave the visit?',
  'leave.text': 'Your camera and microphone will be turned off. You can join again while the visit goes on.',
  'leave.stay': 'Stay',
  'leave.confirm': 'Leave',
  'end.title': 'End the visit for everyone?',
  'end.text': 'Everybody will be disconnected and messages on this page will be erased.',
  'end.stay': 'Keep the visit open',
  'end.confirm': 'End visit',
} as const;
