/** Calls when the browser has nothing better to do, so that a later press finds its code loaded. Returns how to cancel. */
export function whenIdle(callback: () => void): () => void {
  // Safari has no requestIdleCallback before version 18.
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(callback, { timeout: 4000 });
    return () => {
      cancelIdleCallback(handle);
    };
  }
  const handle = setTimeout(callback, 1500);
  return () => {
    clearTimeout(handle);
  };
}
