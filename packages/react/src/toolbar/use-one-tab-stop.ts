'use client';
import { useCallback, useLayoutEffect, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useWords } from '../messages-catalogue/words-context.ts';

const selector = '.qr-control-button';

const controlsOf = (toolbar: Element): HTMLElement[] => [...toolbar.querySelectorAll<HTMLElement>(selector)];

/** Those behind “More” take no part while it is closed. */
const shownOf = (toolbar: Element): HTMLElement[] =>
  controlsOf(toolbar).filter((control) => control.getClientRects().length > 0);

/** By its name only: in a window of its own, an element is none of this window's classes. */
const isControl = (target: EventTarget): target is HTMLElement =>
  'matches' in target && (target as Element).matches(selector);

/** Lets Tab stop at this control and at no other. */
const stopAt = (controls: readonly HTMLElement[], stop: HTMLElement | undefined): void => {
  for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
};

/** Where a key leads from one control. Past the last comes the first. */
const target = (key: string, from: number, count: number, direction: 'ltr' | 'rtl'): number | null => {
  const [forward, back] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (key === forward) return (from + 1) % count;
  if (key === back) return (from + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};

/**
 * The keyboard of a toolbar (ARIA Authoring Practices, Toolbar Pattern): Tab stops at the control that was used last,
 * arrow keys, Home and End move between them. Controls come and go without rendering the toolbar, so it is watched.
 */
export function useOneTabStop(ref: RefObject<HTMLElement | null>): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const { direction } = useWords();

  useLayoutEffect(() => {
    const toolbar = ref.current;
    if (!toolbar) return;
    const settle = () => {
      const stops = controlsOf(toolbar).filter(({ tabIndex }) => tabIndex === 0);
      const shown = shownOf(toolbar);
      if (stops.length !== 1 || !shown.some((control) => control === stops[0])) stopAt(controlsOf(toolbar), shown[0]);
    };
    settle();
    const observer = new MutationObserver(settle);
    observer.observe(toolbar, { childList: true, subtree: true, attributeFilter: ['data-open', 'data-compact'] });
    return () => {
      observer.disconnect();
    };
  }, [ref]);

  const onFocus = useCallback(({ target: focused, currentTarget }: FocusEvent) => {
    if (isControl(focused)) stopAt(controlsOf(currentTarget), focused);
  }, []);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const controls = shownOf(event.currentTarget);
      const from = controls.findIndex((control) => control === event.target);
      const next = from < 0 ? null : target(event.key, from, controls.length, direction);
      if (next === null) return;
      event.preventDefault();
      controls[next]?.focus();
    },
    [direction],
  );

  return { onFocus, onKeyDown };
}
