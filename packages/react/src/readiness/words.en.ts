/** English words of the readiness check. */
export const readinessWords = {
  'readiness.heading': 'Check your camera and microphone',
  'readiness.introduction': 'Nobody can see or hear you yet.',
  'readiness.turnOnBoth': 'Turn on camera and microphone',
  'readiness.turnOnBothHint': 'Your browser will ask whether this page may use them.',
  'readiness.withoutDevices': 'You can also go in without camera or microphone and turn them on later.',
  'readiness.withoutCamera': 'Your camera is off. That is fine: you can go in without it and turn it on later.',
  'readiness.withoutMicrophone': 'Your microphone is off. You can go in and unmute it later.',
  'readiness.opening': 'Waiting for your browser. If it asks, choose “Allow”.',
  'readiness.devices': 'Camera, microphone and speaker',
  'readiness.name': 'Others see a label such as “{example}”, not your name.',
  'readiness.join': 'Join visit',
  'readiness.ask': 'Ask to join',
  'readiness.askHint': 'A clinician will let you in.',
} as const;
