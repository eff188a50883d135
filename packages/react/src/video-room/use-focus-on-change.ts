'use client';
import { useEffect, useRef, type RefObject } from 'react';

/** Moves the focus to the new screen's heading when the screen changes, so that nobody is left on a button that is gone. */
export function useFocusOnChange(screen: string, room: RefObject<HTMLElement | null>): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    room.current?.querySelector<HTMLElement>('[data-qr-screen-heading]')?.focus({ preventScroll: true });
  }, [screen, room]);
}
