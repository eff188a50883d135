export const noticesWords = {
  'notices.mutedBy': '{name} muted your microphone.',
  'notices.askedToUnmute': '{name} asks you to unmute your microphone.',
  'notices.stayMuted': 'Stay muted',
  'notices.microphoneInterrupted':
    'Your microphone was interrupted, for example by a phone call. Others cannot hear you.',
  'notices.cameraInterrupted': 'Your camera is held back, for example by a phone call. Others cannot see you.',
  'notices.microphoneSilent':
    'Your microphone is on, but nothing comes from it. Speak, switch it on at its own switch, or choose another one.',
  'notices.pauseOver': 'Nobody is unknown here any more. Your sound and picture are still off.',
  'notices.goOn': 'Go on',
  'notices.dismiss': 'Dismiss',
} as const;
