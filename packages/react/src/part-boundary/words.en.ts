export const partBoundaryWords = {
  'part.broken': 'This part of the page did not work.',
  'part.remedy': 'The visit goes on. Check your connection and try again.',
  'part.leave': 'Leave visit',
} as const;
