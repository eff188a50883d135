'use client';
import { useCallback, useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useWords } from '../messages-catalogue/words-context.ts';

const selector = '.qr-control-button';

const controlsOf = (toolbar: Element): HTMLElement[] => [...toolbar.querySelectorAll<HTMLElement>(selector)];

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
export function useOneTabStop(): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const { direction } = useWords();

  useLayoutEffect(() => {
    const toolbar = ref.current;
    if (!toolbar) return;
    const settle = () => {
      const controls = controlsOf(toolbar);
      if (controls.filter(({ tabIndex }) => tabIndex === 0).length !== 1) stopAt(controls, controls[0]);
    };
    settle();
    const observer = new MutationObserver(settle);
    observer.observe(toolbar, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  }, []);

  const onFocus = useCallback(({ target: focused, currentTarget }: FocusEvent) => {
    if (focused instanceof HTMLElement && focused.matches(selector)) stopAt(controlsOf(currentTarget), focused);
  }, []);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const controls = controlsOf(event.currentTarget);
      const from = controls.findIndex((control) => control === event.target);
      const next = from < 0 ? null : target(event.key, from, controls.length, direction);
      if (next === null) return;
      event.preventDefault();
      controls[next]?.focus();
    },
    [direction],
  );

  return { ref, onFocus, onKeyDown };
}
