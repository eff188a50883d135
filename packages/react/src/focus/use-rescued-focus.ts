'use client';
import { useLayoutEffect, type RefObject } from 'react';
import { focusNearest, focusPlaces } from './focus-places.ts';

/**
 * When an element goes away with the focus inside it, as a row does when the person it is about is let in, the focus
 * moves to the nearest place around it. A keyboard would otherwise start again at the top of the page.
 */
export function useRescuedFocus(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const held = element.current;
    return () => {
      if (!held?.contains(document.activeElement)) return;
      const places = focusPlaces(held);
      // React removes the element after this; only then is it known which places stay.
      queueMicrotask(() => {
        focusNearest(places);
      });
    };
  }, [element]);
}
