'use client';
import { useCallback, useEffect, useRef, useState, type MouseEvent, type RefObject } from 'react';

interface More {
  readonly open: boolean;
  readonly toggle: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
  /** For the element that holds what is behind it. */
  readonly sheet: { readonly onClick: (event: MouseEvent) => void };
}

/**
 * What is behind “More” shows until something in it was pressed, Escape is pressed or somebody goes elsewhere. The focus
 * is never left on what is no longer shown.
 */
export function useMore(toolbar: RefObject<HTMLElement | null>, given?: RefObject<HTMLButtonElement | null>): More {
  const [open, setOpen] = useState(false);
  const own = useRef<HTMLButtonElement>(null);
  const button = given ?? own;
  const toggle = useCallback(() => {
    setOpen((now) => !now);
  }, []);
  const onClick = useCallback(
    (event: MouseEvent) => {
      const control = (event.target as Element).closest('button');
      // A locked control says why, and stays in sight for it. Beside a wide bar there is no such button to go back to.
      if (!control || control.ariaDisabled === 'true' || !button.current?.getClientRects().length) return;
      // Before what was pressed opens anything: a dialog gives the focus back to where it was.
      button.current.focus();
      setOpen(false);
    },
    [button],
  );

  useEffect(() => {
    const bar = toolbar.current;
    if (!open || !bar) return;
    const page = bar.ownerDocument;
    const elsewhere = (event: Event) => {
      if (!bar.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      button.current?.focus();
      setOpen(false);
    };
    page.addEventListener('pointerdown', elsewhere);
    page.addEventListener('focusin', elsewhere);
    bar.addEventListener('keydown', escape);
    return () => {
      page.removeEventListener('pointerdown', elsewhere);
      page.removeEventListener('focusin', elsewhere);
      bar.removeEventListener('keydown', escape);
    };
  }, [open, toolbar, button]);

  return { open, toggle, button, sheet: { onClick } };
}
