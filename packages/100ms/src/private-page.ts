import type { HMSReactiveStore } from '@100mslive/hms-video-store';
import { isObject } from './internals.ts';
import type { Vendor } from './load-vendor.ts';

const devtools = '__REDUX_DEVTOOLS_EXTENSION__';
const handle = '__hms';

/** The pages whose developer tools the client would look for. */
const pages = (): readonly object[] => {
  try {
    const top: unknown = globalThis.top;
    // Reading anything of another origin's page throws.
    return isObject(top) && top !== globalThis && Reflect.has(top, devtools) ? [globalThis, top] : [globalThis];
  } catch {
    return [globalThis];
  }
};

/**
 * Makes a client that no script of the page can reach and no developer tool follows: by itself it puts its store, with
 * everybody's names and messages in it, on `window`, and sends every change to the Redux extension.
 */
export const makePrivately = ({ HMSReactiveStore: Store }: Vendor): HMSReactiveStore => {
  const kept = [...pages().map((page) => [page, devtools] as const), [globalThis, handle] as const].map(
    ([page, name]) => [page, name, Object.getOwnPropertyDescriptor(page, name)] as const,
  );
  for (const [page, name] of kept) {
    if (name === devtools) Reflect.defineProperty(page, name, { value: undefined, configurable: true });
  }
  try {
    return new Store();
  } finally {
    for (const [page, name, before] of kept) {
      if (before === undefined) Reflect.deleteProperty(page, name);
      else Reflect.defineProperty(page, name, before);
    }
  }
};
