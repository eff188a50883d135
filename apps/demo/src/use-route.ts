import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { parseRoute, type Route } from './route.ts';

const moved = 'demo:moved';

const subscribe = (listener: () => void) => {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
};
const currentAddress = () => window.location.href;

/** Where this page is, and how to go elsewhere without losing the signed-in session. */
export const useRoute = (): { readonly route: Route; readonly goTo: (address: string) => void } => {
  const address = useSyncExternalStore(subscribe, currentAddress);
  const route = useMemo(() => parseRoute(new URL(address)), [address]);
  const goTo = useCallback((to: string) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new Event(moved));
  }, []);
  return { route, goTo };
};
