'use client';
import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Size } from './layout/box.ts';

/** How large a stage is, and how large text is there. */
export interface StageSize extends Size {
  /** The page's text size in CSS pixels. */
  readonly rem: number;
}

/** For where nothing is laid out, such as a test without a browser: a common screen. */
const assumed = { inline: 1280, block: 720 };

const measure = ({ clientWidth, clientHeight }: HTMLElement): StageSize => ({
  ...(clientWidth > 0 && clientHeight > 0 ? { inline: clientWidth, block: clientHeight } : assumed),
  rem: parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
});

/** The size of an element, and again whenever it changes; while it is hidden the last one. Null before it is in the page. */
export function useStageSize(stage: RefObject<HTMLElement | null>): StageSize | null {
  const [size, setSize] = useState<StageSize | null>(null);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const update = () => {
      const next = measure(element);
      setSize((before) => {
        const hidden = element.clientWidth === 0;
        const same = before?.inline === next.inline && before.block === next.block && before.rem === next.rem;
        return before && (hidden || same) ? before : next;
      });
    };
    update();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [stage]);
  return size;
}
