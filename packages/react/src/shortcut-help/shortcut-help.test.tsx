import { visitOfTwo } from '@quietroom/testing';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { reachControl } from '../../test/press-control.ts';
import { showPart } from '../../test/show-part.tsx';
import { Settings } from '../settings/settings.tsx';
import { VideoRoom } from '../video-room/video-room.tsx';

it('lists the keys that work, in the settings', async () => {
  const user = await showPart(visitOfTwo(), <Settings open onOpenChange={() => undefined} />);
  const keys = within(await screen.findByRole('dialog')).getByText('Keys that work here');
  expect(screen.getByText('Escape')).not.toBeVisible();
  keys.focus();
  expect(keys).toHaveFocus();
  await user.click(keys);
  expect(screen.getByText('Escape')).toBeVisible();
  expect(screen.getByText(/no single key does anything by itself/)).toBeVisible();
  await expectAccessible();
});

it('no single character does anything, wherever the focus is', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, <VideoRoom visit={two.visit} />);
  const more = await reachControl(user, 'More');
  const before = document.body.innerText;
  const asked = two.room.asks.length;
  for (const place of [document.body, more]) {
    place.focus();
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?/.,-+')
      expect(fireEvent.keyDown(place, { key }), `${key} is left to others`).toBe(true);
  }
  expect(two.room.asks.length).toBe(asked);
  expect(document.body.innerText).toBe(before);
});
