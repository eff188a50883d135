/** Waits until what is moving has arrived. A colour half way through a transition is nobody's choice. */
export async function settled(): Promise<void> {
  const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}
