/**
 * Does something of the vendor's at once, in whose course a worker may be started, without one. The vendor's client starts
 * a worker from text for every picture it sends, ends none of them, and a strict content security policy refuses them.
 */
export const withoutWorkers = <Result>(act: () => Result): Result => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'Worker');
  Reflect.deleteProperty(globalThis, 'Worker');
  try {
    return act();
  } finally {
    if (own !== undefined) Object.defineProperty(globalThis, 'Worker', own);
  }
};
