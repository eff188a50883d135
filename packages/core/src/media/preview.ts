import type { Cancel } from '../contract/environment.ts';

/** Shows a stream that may come and go in an element, always muted: nobody wants to hear themselves. */
export function preview(
  element: HTMLMediaElement,
  stream: () => MediaStream | null,
  subscribe: (listener: () => void) => Cancel,
): Cancel {
  const draw = () => {
    const next = stream();
    if (element.srcObject === next) return;
    element.srcObject = next;
    // Interrupted by the next stream or by the element's removal: both are fine.
    if (next !== null) void element.play().catch(() => undefined);
  };
  element.muted = true;
  draw();
  const unsubscribe = subscribe(draw);
  return () => {
    unsubscribe();
    // A detached element that still plays keeps its whole tree alive.
    element.srcObject = null;
  };
}
