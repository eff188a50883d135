'use client';
import { useEffect } from 'react';
import { focusNearest, focusPlaces } from './focus-places.ts';

/**
 * When an element goes away with the focus inside it, as a row does when the person it is about is let in, or a button
 * that was pressed, the focus moves to the nearest place around it. A keyboard would otherwise start again at the top of
 * the page. Dialogs, which are drawn in the portal, give the focus back themselves.
 */
export function useRescuedFocus(portal: HTMLElement | null): void {
  useEffect(() => {
    const root = portal?.parentElement;
    if (!root) return;
    const page = root.ownerDocument;
    let places: readonly HTMLElement[] = [];

    const remember = ({ target }: FocusEvent) => {
      places = target instanceof Element && !portal.contains(target) ? focusPlaces(target) : [];
    };
    const rescue = () => {
      if (places[0]?.isConnected === false && page.activeElement === page.body) focusNearest(places);
    };
    const observer = new MutationObserver(rescue);
    observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', remember);
    };
  }, [portal]);
}
