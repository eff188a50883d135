import { demonstration, type Policy } from '@quietroom/core';
import { chatWithDelivery, createFakeRoom, visitOfTwo, type FakeRoomOptions, type Scenario } from '@quietroom/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { expectControls } from '../../test/press-control.ts';
import { showPart } from '../../test/show-part.tsx';
import { Toolbar } from './toolbar.tsx';

const nothing = () => undefined;
const toolbar = <Toolbar panel={null} onPanel={nothing} onSettings={nothing} />;
const control = (name: string | RegExp) =>
  within(screen.getByRole('toolbar', { name: 'Visit controls' })).getByRole('button', { name });

/** A clinician alone in a visit under a policy of the clinic's own. */
const underPolicy = (changes: Partial<Policy>, options: FakeRoomOptions = {}): Scenario => {
  const room = createFakeRoom({ role: 'clinician', ...options });
  const visit = room.createVisit({ policy: { ...demonstration, ...changes } });
  return { room, visit, ready: visit.join() };
};

beforeAll(() => page.viewport(1280, 720));
afterAll(() => page.viewport(414, 896));

it('offers a patient what a patient may do, all of it where there is room', async () => {
  await showPart(visitOfTwo(), toolbar);
  await waitFor(() => control('Step away'));
  expectControls(
    'Unmute microphone',
    'Turn camera on',
    'Chat',
    'Share screen',
    'People',
    'Raise hand',
    'Step away',
    'Settings',
    'Leave visit',
  );
  await expectAccessible();
});

it('says what is sent, not what was pressed', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, toolbar);
  const letThrough = two.room.holdsAction('setMicrophone');

  await user.click(control('Unmute microphone'));
  expect(control('Unmute microphone')).toHaveAttribute('aria-busy', 'true');
  act(() => {
    letThrough();
  });
  await waitFor(() => {
    expect(control('Mute microphone')).not.toHaveAttribute('aria-busy');
  });

  act(() => {
    two.people.other.mutesYou();
  });
  await waitFor(() => control('Unmute microphone'));
});

it('loses no press: what is sent decides, though the former press is still being carried out', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, toolbar);
  const letThrough = two.room.holdsAction('setMicrophone');
  await user.click(control('Unmute microphone'));
  // The room already sends it, and has not said yet that it is done.
  act(() => {
    two.room.reports({ self: { sending: { microphone: true, camera: false, screen: false } } });
  });
  await user.click(control('Mute microphone'));
  act(() => {
    letThrough();
  });
  await waitFor(() => {
    expect(control('Unmute microphone')).not.toHaveAttribute('aria-busy');
  });
  expect(two.visit.state.get().self.sending.microphone).toBe(false);
});

it('starts and stops the camera, the screen and the hand', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, toolbar);
  for (const [start, stop] of [
    ['Turn camera on', 'Turn camera off'],
    ['Share screen', 'Stop sharing'],
    ['Raise hand', 'Lower hand'],
  ] as const) {
    await user.click(control(start));
    await user.click(await waitFor(() => control(stop)));
    await waitFor(() => control(start));
  }
  expect(two.room.devices.live()).toEqual([]);
});

it('explains a device that does not open, and no longer once it does', async () => {
  const two = visitOfTwo();
  two.room.devices.fails('camera', 'busy');
  const user = await showPart(two, toolbar);
  await user.click(control('Turn camera on'));
  expect(await screen.findByText('Another program is using your camera')).toBeVisible();
  await expectAccessible();

  two.room.devices.works('camera');
  await user.click(control('Turn camera on'));
  await waitFor(() => control('Turn camera off'));
  expect(screen.queryByText('Another program is using your camera')).toBeNull();
});

it('tells screen readers what went wrong with what was pressed', async () => {
  const two = visitOfTwo();
  two.room.refusesAction('raiseHand', 'action-failed');
  const user = await showPart(two, toolbar);
  await user.click(control('Raise hand'));
  const told = await screen.findByText('That did not work.');
  expect(told.closest('[role=status]')).not.toBeNull();
});

it('keeps what the clinic switched off in its place, with the reason, and does not do it', async () => {
  const locked = underPolicy({ off: ['shareScreen'] });
  const user = await showPart(locked, toolbar);
  const share = control('Share screen');
  expect(share).toHaveAttribute('aria-disabled', 'true');
  expect(share).toHaveAccessibleDescription('Not available: The clinic has switched this off.');

  share.focus();
  expect(share).toHaveFocus();
  expect(screen.getByText('Not available: The clinic has switched this off.')).toBeVisible();
  await user.keyboard('{Enter}');
  await user.click(share);
  expect(locked.room.asks.filter(({ type }) => type === 'shareScreen')).toEqual([]);
  await expectAccessible();
});

it('has no chat where the policy has none', async () => {
  await showPart(underPolicy({ chat: 'off' }), toolbar);
  expect(control('People')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Chat/ })).toBeNull();
});

it('leaves out what this provider cannot do', async () => {
  await showPart(underPolicy({}, { capabilities: ['publish', 'setMicrophone', 'setCamera'] }), toolbar);
  expect(control('Unmute microphone')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Share screen|Raise hand|End visit/ })).toBeNull();
});

it('is one stop of the Tab key; arrows move within it', async () => {
  const user = await showPart(visitOfTwo(), toolbar);
  await user.tab();
  expect(control('Unmute microphone')).toHaveFocus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(control('Chat')).toHaveFocus();
  await user.keyboard('{End}');
  expect(control('Leave visit')).toHaveFocus();
  await user.tab();
  expect(screen.getByRole('toolbar')).not.toContainElement(document.activeElement as HTMLElement | null);
});

it('opens the panels, and says how many messages were not read', async () => {
  const chat = chatWithDelivery();
  const onPanel = vi.fn();
  const user = await showPart(chat, <Toolbar panel={null} onPanel={onPanel} onSettings={nothing} />);
  const button = control('Chat 1 unread message');
  expect(button).toHaveAttribute('aria-expanded', 'false');
  await user.click(button);
  expect(onPanel).toHaveBeenLastCalledWith('chat');
});

it('asks before leaving, and leaves', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, toolbar);
  await user.click(control('Leave visit'));
  const dialog = await screen.findByRole('alertdialog', { name: 'Leave the visit?' });
  const buttons = within(dialog).getAllByRole('button');
  expect(buttons.at(-1)).toHaveAccessibleName('Leave');
  await expectAccessible();

  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(control('Leave visit')).toHaveFocus();
  });
  expect(two.visit.state.get().phase.name).toBe('joined');

  await user.click(control('Leave visit'));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Leave' }));
  await waitFor(() => {
    expect(two.visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'left' });
  });
});

it('lets a clinician end the visit for everyone, after asking', async () => {
  const two = visitOfTwo({ role: 'clinician' });
  const user = await showPart(two, toolbar);
  await user.click(control('End visit for everyone'));
  expect(two.room.asks.some(({ type }) => type === 'endForEveryone')).toBe(false);
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'End visit' }));
  await waitFor(() => {
    expect(two.room.asks.at(-1)).toEqual({ type: 'endForEveryone' });
  });
});
