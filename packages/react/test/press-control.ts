import { act, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

const toolbar = () => within(screen.getByRole('toolbar'));

/** A control of the toolbar; the one behind “More” is looked for there, as a person on a phone does. */
export async function reachControl(user: UserEvent, name: string | RegExp): Promise<HTMLElement> {
  const shown = toolbar().queryByRole('button', { name });
  if (shown) return shown;
  const more = toolbar().queryByRole('button', { name: /^More/, expanded: false });
  if (more) await user.click(more);
  return act(() => toolbar().findByRole('button', { name }));
}

/** Presses it. */
export async function pressControl(user: UserEvent, name: string | RegExp): Promise<void> {
  await user.click(await reachControl(user, name));
}

/** The toolbar shows these controls in this order, and no others. */
export function expectControls(...names: readonly string[]): void {
  const buttons = toolbar().getAllByRole('button');
  expect(buttons).toHaveLength(names.length);
  for (const [index, name] of names.entries()) expect(buttons[index]).toHaveAccessibleName(name);
}
