import { scenario, syntheticPeople, visitOfFour, type FakePerson, type Scenario } from '@quietroom/testing';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { VideoRoom } from '../video-room/video-room.tsx';

const name = syntheticPeople.interpreter.name;
const screens = [
  [320, 568],
  [390, 844],
  [844, 390],
  [768, 1024],
  [1280, 800],
  [2560, 1440],
] as const;

afterEach(() => page.viewport(414, 896));

async function open(visit: Scenario, [width, height]: readonly [number, number]) {
  await visit.ready;
  await page.viewport(width, height);
  render(
    <div style={{ blockSize: '100dvh' }}>
      <VideoRoom visit={visit.visit} roster={visit.room.roster} />
    </div>,
  );
  await screen.findByText(name, { selector: '.qr-tile bdi' });
  return userEvent.setup();
}
const tile = (of: string = name) => screen.getByText(of, { selector: '.qr-tile bdi' }).closest('li')!;
const box = (element: Element) => element.getBoundingClientRect();
const area = (element: Element) => box(element).width * box(element).height;
const button = (label: RegExp | string) => screen.getByRole('button', { name: label });

/** What is on top in places all over the tile, but for its own corners where its name and buttons are. */
const covers = () => {
  const { left, top, width, height } = box(tile());
  return [0.3, 0.5, 0.7].flatMap((x) =>
    [0.25, 0.4, 0.55, 0.7].map((y) => document.elementFromPoint(left + x * width, top + y * height)),
  );
};
const isSeenWell = () => {
  const { width, height, left, right, top } = box(tile());
  expect(width).toBeGreaterThanOrEqual(239.5);
  expect(height).toBeGreaterThanOrEqual(179.5);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(window.innerWidth + 0.5);
  expect(top).toBeGreaterThanOrEqual(0);
  for (const element of covers()) expect(element?.closest('li')).toBe(tile());
  const video = tile().querySelector('video');
  expect(video).not.toBeNull();
  if (video) expect(getComputedStyle(video).objectFit).toBe('contain');
};

it('an interpreter is seen well on every screen, beside the people, a shared screen, somebody pinned and an open panel', async () => {
  const four = visitOfFour();
  const user = await open(four, screens[0]);
  await act(() => four.visit.perform({ type: 'setCamera', on: true }));
  const onEveryScreen = async () => {
    for (const [width, height] of screens) {
      await page.viewport(width, height);
      await waitFor(isSeenWell);
    }
  };
  await onEveryScreen();
  act(() => {
    four.people.patient.sharesScreen();
  });
  await onEveryScreen();
  await user.click(button(/^Pin Zylphia/));
  await onEveryScreen();
  await user.click(button(/^Chat/));
  await screen.findByRole('complementary', { name: 'Chat' });
  await onEveryScreen();
});

it('a person unpins them, and pins them again, by keyboard; it is said', async () => {
  const user = await open(visitOfFour(), [1280, 800]);
  const before = area(tile());
  button(new RegExp(`^Unpin ${name}`)).focus();
  await user.keyboard('{Enter}');
  expect(button(new RegExp(`^Pin ${name}`))).toHaveFocus();
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(`${name} is no longer pinned.`);
  expect(area(tile())).toBeLessThan(before);
  await expectAccessible();
  await user.keyboard('{Enter}');
  expect(area(tile())).toBe(before);
});

it('a person swaps them with the others', async () => {
  const user = await open(visitOfFour(), [1280, 800]);
  const before = area(tile());
  const swap = button('Large interpreter');
  await user.click(swap);
  expect(swap).toHaveAttribute('aria-pressed', 'true');
  expect(area(tile())).toBeGreaterThan(1.3 * before);
  await user.click(swap);
  expect(area(tile())).toBe(before);
});

const twoInterpreters = () =>
  scenario({ role: 'clinician' }, (room, visit) => {
    const join = (person: Parameters<typeof room.personJoins>[0]): FakePerson => room.personJoins(person);
    const people = {
      patient: join(syntheticPeople.patient),
      signs: join(syntheticPeople.interpreter),
      speaks: join({ role: 'interpreter', name: 'Idris Quaverley', camera: false }),
    };
    const enter = async () => {
      await Promise.all(Object.values(people).map(({ arrived }) => arrived));
      await visit.join();
    };
    return { people, reached: enter() };
  });

it('of two interpreters one who only speaks takes no room; once both are seen both have a place', async () => {
  const two = twoInterpreters();
  await open(two, [1280, 800]);
  await screen.findByText('Idris Quaverley', { selector: '.qr-tile bdi' });
  expect(tile()).toHaveAttribute('data-pinned');
  expect(tile('Idris Quaverley')).not.toHaveAttribute('data-pinned');
  act(() => {
    two.people.speaks.turnsCameraOn();
  });
  expect(tile('Idris Quaverley')).toHaveAttribute('data-pinned');
  expect(area(tile('Idris Quaverley'))).toBe(area(tile()));
  // A camera that goes off for a moment moves nothing.
  act(() => {
    two.people.speaks.turnsCameraOff();
  });
  expect(tile('Idris Quaverley')).toHaveAttribute('data-pinned');
});

it('interpreter-poor: a poor picture is told in words, at once and once; hiding pictures leaves theirs', async () => {
  const four = visitOfFour();
  const user = await open(four, [1280, 800]);
  act(() => {
    four.people.interpreter.isReceived('poor');
  });
  const warning = await screen.findByText(/The interpreter’s picture is poor/);
  expect(warning.closest('[role=alert]')).not.toBeNull();
  await expectAccessible();
  act(() => {
    four.people.interpreter.isReceived('good');
  });
  act(() => {
    four.people.interpreter.isReceived('poor');
  });
  expect(screen.getByText(/The interpreter’s picture is poor/)).toBe(warning);

  await user.click(button('Hide the others’ pictures'));
  expect(tile('Zylphia Quonsett').querySelector('video')).toBeNull();
  expect(tile().querySelector('video')).not.toBeNull();
  expect(screen.getByText(/but not the interpreter’s/)).toBeVisible();

  act(() => {
    four.people.interpreter.isReceived('lost');
  });
  expect(await screen.findByText(/The interpreter’s picture has stopped/)).toBeVisible();
  await user.click(button(new RegExp(`^Unpin ${name}`)));
  expect(tile().querySelector('video')).toBeNull();
});
