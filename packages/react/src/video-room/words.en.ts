export const videoRoomWords = {
  'room.label': 'Video visit',
  'room.heading': 'Visit in progress',
  'room.synthetic': 'Practice visit with invented people. Not for real patients.',
  'room.stoppedNext': 'The visit ends by itself in half a minute. You can leave now, and call the clinic.',
} as const;
