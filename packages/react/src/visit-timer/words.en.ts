/** English words of the visit timer. */
export const visitTimerWords = {
  'timer.label': 'Length of the visit',
} as const;
