import { demonstration } from '@quietroom/core';
import { clinicianWithKnock, createFakeRoom, visitOfTwo } from '@quietroom/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { expectControls, pressControl, reachControl } from '../../test/press-control.ts';
import { showPart } from '../../test/show-part.tsx';
import { Toolbar } from './toolbar.tsx';

const nothing = () => undefined;
const toolbar = (
  <main style={{ position: 'absolute', inset: 'auto 0 0' }}>
    <Toolbar panel={null} onPanel={nothing} onSettings={nothing} onSafety={nothing} />
  </main>
);
const control = (name: string | RegExp) => within(screen.getByRole('toolbar')).getByRole('button', { name });
const five = ['Unmute microphone', 'Turn camera on', 'Chat', 'More', 'Leave visit'] as const;

afterEach(() => page.viewport(414, 896));
afterAll(() => page.viewport(414, 896));

/** A thumb reaches it: inside the page, in its lower third, 44 px each way. */
const inReach = (button: HTMLElement): boolean => {
  const { left, right, top, bottom, height, width } = button.getBoundingClientRect();
  const inside = left >= 0 && right <= innerWidth && bottom <= innerHeight;
  return inside && top > innerHeight / 2 && height >= 44 && width >= 44;
};

describe.each([
  [320, 640],
  [390, 844],
  [430, 932],
  [844, 390],
])('on a phone of %i × %i', (width, height) => {
  it('five controls are in reach of a thumb, each with its words whole', async () => {
    await page.viewport(width, height);
    await showPart(visitOfTwo(), toolbar);
    expectControls(...five);
    const tops = new Set<number>();
    for (const name of five) {
      const button = control(name);
      expect(inReach(button), name).toBe(true);
      tops.add(button.getBoundingClientRect().top);
      for (const label of button.querySelectorAll('.qr-control-label'))
        if (getComputedStyle(label).position !== 'absolute' && label.scrollWidth > 0)
          expect(label.scrollWidth, label.textContent).toBeLessThanOrEqual(button.clientWidth);
    }
    expect(tops.size).toBe(1);
    expect(document.documentElement.scrollWidth).toBe(innerWidth);
    await expectAccessible();
  });
});

it('has the rest behind “More”, in sight above the bar, and closes once one was pressed', async () => {
  await page.viewport(320, 640);
  const user = await showPart(visitOfTwo({ role: 'clinician' }), toolbar);
  await user.click(control('More'));
  expect(control('More')).toHaveAttribute('aria-expanded', 'true');
  await waitFor(() => control('Step away'));
  expectControls(
    ...five.slice(0, 4),
    'Share screen',
    'People',
    'Raise hand',
    'Visit safety',
    'Step away',
    'Settings',
    'End visit for everyone',
    'Leave visit',
  );
  for (const button of within(screen.getByRole('toolbar')).getAllByRole('button')) {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    expect([left >= 0, right <= 320, top >= 0, bottom <= 640], button.textContent).toEqual([true, true, true, true]);
  }
  await expectAccessible();

  await user.click(control('Raise hand'));
  expectControls(...five);
  expect(control('More')).toHaveFocus();
  await user.click(control('More'));
  await waitFor(() => control('Lower hand'));
});

it('is one stop of the Tab key, and what is behind “More” follows it while it is open', async () => {
  const user = await showPart(visitOfTwo(), toolbar);
  await user.tab();
  await user.keyboard('{End}');
  expect(control('Leave visit')).toHaveFocus();
  await user.keyboard('{ArrowLeft}');
  expect(control('More')).toHaveFocus();
  await user.keyboard('{Enter}{ArrowRight}');
  expect(control('Share screen')).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(control('People')).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(control('More')).toHaveFocus();
  expectControls(...five);
  await user.tab();
  expect(screen.getByRole('toolbar')).not.toContainElement(document.activeElement as HTMLElement | null);
  await user.tab({ shift: true });
  expect(control('More')).toHaveFocus();
});

it('closes when somebody goes elsewhere', async () => {
  const user = await showPart(
    visitOfTwo(),
    <>
      <button type="button">Elsewhere</button>
      {toolbar}
    </>,
  );
  await user.click(control('More'));
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
  expectControls(...five);
});

it('keeps what is locked in its place with the reason, and does not do it', async () => {
  const room = createFakeRoom({ role: 'clinician' });
  const visit = room.createVisit({ policy: { ...demonstration, off: ['shareScreen'] } });
  const user = await showPart({ room, visit, ready: visit.join() }, toolbar);
  expect(screen.getByText('Not available: The clinic has switched this off.')).not.toBeVisible();
  const share = await reachControl(user, 'Share screen');
  expect(share).toHaveAccessibleDescription('Not available: The clinic has switched this off.');
  expect(screen.getByText('Not available: The clinic has switched this off.')).toBeVisible();
  await user.click(share);
  await user.keyboard('{Enter}');
  expect(control('Share screen')).toBeVisible();
  expect(room.asks.filter(({ type }) => type === 'shareScreen')).toEqual([]);
});

it('says on “More” who waits behind it', async () => {
  const door = clinicianWithKnock();
  await showPart(door, toolbar);
  expect(control('More 1 waiting')).toBeVisible();
  act(() => {
    door.people.patient.leaves();
  });
  await waitFor(() => control('More'));
});

it('gives the focus of a dialog back to “More”', async () => {
  const user = await showPart(visitOfTwo({ role: 'clinician' }), toolbar);
  await pressControl(user, 'End visit for everyone');
  await screen.findByRole('alertdialog');
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(control('More')).toHaveFocus();
  });
});

it('turns round for Arabic: the first control is at the right, and the arrows follow what is seen', async () => {
  await page.viewport(320, 640);
  const user = await showPart(visitOfTwo(), toolbar, { locale: 'ar' });
  const microphone = await screen.findByRole('button', { name: 'فتح الميكروفون' });
  const more = control('المزيد');
  expect(microphone.getBoundingClientRect().left).toBeGreaterThan(more.getBoundingClientRect().right);
  microphone.focus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(more).toHaveFocus();
  await user.keyboard('{Enter}');
  await expectAccessible();
});

it('shows everything again, and keeps a stop for Tab, when the page gets wide', async () => {
  const user = await showPart(visitOfTwo(), toolbar);
  control('More').focus();
  await page.viewport(1280, 720);
  await waitFor(() => control('People'));
  expect(screen.queryByRole('button', { name: /^More/ })).toBeNull();
  await user.tab();
  await vi.waitFor(() => {
    expect(control('Unmute microphone')).toHaveFocus();
  });
});
