'use client';
import { useLayoutEffect, type RefObject } from 'react';

/** In rem, so that large type counts as a narrow bar. */
const narrow = 40;
/** A phone on its side: two rows of controls would leave nothing of the pictures. */
const low = 30;
const oneRow = 66;

/**
 * Sets `data-compact` on a toolbar that has little room, before it is painted. Measured, because the height counts too,
 * and for a toolbar outside `VideoRoom`.
 */
export function useCompact(toolbar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const bar = toolbar.current;
    const area = bar?.parentElement;
    const view = bar?.ownerDocument.defaultView;
    if (!area || !view) return;
    const measure = () => {
      const rem = parseFloat(view.getComputedStyle(view.document.documentElement).fontSize);
      const width = area.clientWidth / rem;
      bar.toggleAttribute('data-compact', width < narrow || (width < oneRow && view.innerHeight / rem < low));
    };
    measure();
    let frame = 0;
    // In the next frame: what is measured changes its own height.
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    const resizes = new ResizeObserver(later);
    resizes.observe(area);
    view.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      resizes.disconnect();
      view.removeEventListener('resize', later);
    };
  }, [toolbar]);
}
