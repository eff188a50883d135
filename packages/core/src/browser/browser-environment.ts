import type { Clock, Environment } from '../contract/environment.ts';

const clock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  every: (milliseconds, callback) => {
    const timer = setInterval(callback, milliseconds);
    return () => {
      clearInterval(timer);
    };
  },
};

const mediaDevices = (): MediaDevices | undefined => {
  if (typeof navigator === 'undefined') return undefined;
  // The DOM types promise it; an insecure page and a server have none.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  return devices;
};

const onPageClosing = (callback: () => void) => {
  if (typeof window === 'undefined') return () => undefined;
  const page = window;
  const onHide = (event: PageTransitionEvent) => {
    // A persisted page is frozen and may come back.
    if (!event.persisted) callback();
  };
  page.addEventListener('pagehide', onHide);
  return () => {
    page.removeEventListener('pagehide', onHide);
  };
};

/**
 * The machine as this page sees it: the only place in core that touches globals, and only when called. On a server it
 * gives an environment without devices, so that importing and creating there is safe.
 */
export function browserEnvironment(): Environment {
  return {
    clock,
    crypto: globalThis.crypto,
    mediaDevices: mediaDevices(),
    createAudioContext: typeof AudioContext === 'undefined' ? undefined : () => new AudioContext(),
    createAudioElement: typeof Audio === 'undefined' ? undefined : () => new Audio(),
    page: {
      secure: typeof isSecureContext !== 'undefined' && isSecureContext,
      get path() {
        return typeof location === 'undefined' ? '' : location.pathname;
      },
    },
    onPageClosing,
  };
}
