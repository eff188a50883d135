/**
 * Stands for an audio context until something of it is used. The vendor's client makes one as soon as somebody joins and
 * keeps it for as long as the page lives; as this adapter uses it, it needs none.
 */
const createIdleContext = (Context: typeof AudioContext, options: AudioContextOptions | undefined): AudioContext => {
  let real: AudioContext | null = null;
  const open = (): AudioContext => (real ??= new Context(options));
  return new Proxy(Object.create(Context.prototype) as AudioContext, {
    get: (_target, name): unknown => {
      if (real === null && name === 'resume') return () => Promise.resolve();
      const value: unknown = Reflect.get(open(), name, open());
      return typeof value === 'function' ? (value.bind(open()) as unknown) : value;
    },
  });
};

/** Does something of the vendor's, in whose course an audio context may be made, without making one. */
export const withoutAudioContext = <Result>(act: () => Result): Result => {
  const { AudioContext: Plain } = globalThis;
  globalThis.AudioContext = new Proxy(Plain, {
    construct: (target, given: [AudioContextOptions?]) => createIdleContext(target, given[0]),
  });
  try {
    return act();
  } finally {
    globalThis.AudioContext = Plain;
  }
};
