'use client';
import { useEffect, type RefObject } from 'react';

/**
 * Escape puts away the reason that a locked control shows over the stage, without moving the pointer or the focus (WCAG
 * 1.4.13). It comes back when either comes to a control again.
 */
export function useHushedReasons(toolbar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const bar = toolbar.current;
    if (!bar) return;
    const hush = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') bar.dataset['hushed'] = '';
    };
    const show = () => {
      delete bar.dataset['hushed'];
    };
    const page = bar.ownerDocument;
    page.addEventListener('keydown', hush);
    bar.addEventListener('pointerover', show);
    bar.addEventListener('focusin', show);
    return () => {
      page.removeEventListener('keydown', hush);
      bar.removeEventListener('pointerover', show);
      bar.removeEventListener('focusin', show);
    };
  }, [toolbar]);
}
