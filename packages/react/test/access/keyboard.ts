import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focusIndicator } from './focus-indicator.ts';

/** More stops than any screen has: whoever needs more is caught somewhere. */
const manyStops = 60;

/** What has the focus. Never the page itself: a keyboard would begin again at its top. */
export function focused(): HTMLElement {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) throw new Error('the focus is lost');
  return element;
}

/** Waits until nothing has taken the focus away; what closes gives it back a moment later. */
export async function focusKept(): Promise<HTMLElement> {
  await waitFor(focused);
  return focused();
}

/** Whether some of it can be seen: nothing that lies over the page covers it whole (WCAG 2.4.11). */
function inSight(element: HTMLElement): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return [0.1, 0.5, 0.9].some((across) =>
    [0.1, 0.5, 0.9].some((down) => {
      const hit = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
      return (
        hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element))
      );
    }),
  );
}

/** Real keys, as a browser gets them from its window, and what must be true after every one of them. */
export async function press(keys: string): Promise<HTMLElement> {
  await userEvent.keyboard(keys);
  const element = await focusKept();
  if (element.matches('.qr-root :focus-visible') && element.tabIndex >= 0) {
    expect(focusIndicator(element), `the focus can be seen on ${element.outerHTML.slice(0, 120)}`).not.toBeNull();
    expect(inSight(element), `nothing covers ${element.outerHTML.slice(0, 120)}`).toBe(true);
  }
  return element;
}

/** Presses the key until the focus is there, and fails where it never comes or begins to go round. */
async function until(key: string, wanted: HTMLElement): Promise<void> {
  const passed: HTMLElement[] = [];
  while (document.activeElement !== wanted) {
    const element = await press(key);
    if (passed.includes(element) || passed.length > manyStops)
      throw new Error(`${key} does not lead to ${wanted.outerHTML.slice(0, 120)}`);
    passed.push(element);
  }
}

/** With Tab to this control. */
export async function tabTo(wanted: HTMLElement): Promise<void> {
  await until('{Tab}', wanted);
}

/** With Shift and Tab to this control. */
export async function tabBackTo(wanted: HTMLElement): Promise<void> {
  await until('{Shift>}{Tab}{/Shift}', wanted);
}

/** Along a toolbar, a menu or a list with this arrow key. */
export async function stepTo(wanted: HTMLElement, arrow = '{ArrowRight}'): Promise<void> {
  await until(arrow, wanted);
}
