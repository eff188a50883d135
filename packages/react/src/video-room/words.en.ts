export const videoRoomWords = {
  'room.label': 'Video visit',
  'room.heading': 'Visit in progress',
  'room.synthetic': 'Practice visit with invented people. Not for real patients.',
} as const;
