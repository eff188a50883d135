/** English words of the offer to do without pictures. */
export const weakConnectionWords = {
  'weakConnection.offer': 'The connection is weak. Without pictures the sound may come through better.',
  'weakConnection.cameraOff': 'Turn my camera off',
  'weakConnection.hide': 'Hide the others’ pictures',
  'weakConnection.hidden': 'The others’ pictures are hidden on this page. You still hear everybody.',
  'weakConnection.show': 'Show pictures',
  'weakConnection.hiddenButInterpreter':
    'The others’ pictures are hidden on this page, but not the interpreter’s. You still hear everybody.',
  'weakConnection.interpreterPoor':
    'The interpreter’s picture is poor. Something may be missed: pause, and check that everybody has understood.',
  'weakConnection.interpreterStopped': 'The interpreter’s picture has stopped. Please wait before you go on.',
} as const;
