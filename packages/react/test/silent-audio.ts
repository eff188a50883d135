/** An audio graph that never begins to run: whatever is measured in it is silent. */
export function createSilentAudioContext(): AudioContext {
  const context = new AudioContext();
  context.resume = () => Promise.resolve();
  void context.suspend();
  return context;
}
