import type { EndReason } from '@quietroom/core';
import { roomErrorCodes } from '@quietroom/core';
import { createFakeClock, endedVisit, failedJoin, refusedVisit, until, visitOfTwo } from '@quietroom/testing';
import { act, cleanup, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { Ended } from './ended.tsx';

const told: Record<Exclude<EndReason, 'refused' | 'failed'>, readonly [heading: string, again: boolean]> = {
  left: ['You have left the visit', true],
  cancelled: ['You are no longer waiting', true],
  closed: ['The visit was closed', true],
  declined: ['You were not let in', false],
  removed: ['You were removed from the visit', false],
  'ended-for-everyone': ['The visit has ended', false],
  replaced: ['The visit is open somewhere else', true],
};

it.each(Object.entries(told))('says how it ended: %s', async (reason, [heading, again]) => {
  await showPart(endedVisit(reason as EndReason), <Ended />);
  expect(screen.getByRole('heading', { name: heading })).toBeVisible();
  expect(screen.queryAllByRole('button', { name: /join/ })).toHaveLength(again ? 1 : 0);
  await expectAccessible();
});

it('explains every failure in people’s words, and lets them try again', async () => {
  for (const code of roomErrorCodes) {
    const failed = failedJoin(code);
    await showPart(failed, <Ended />);
    expect(screen.getByRole('heading', { name: 'The visit stopped because of a problem' })).toBeVisible();
    expect(document.querySelectorAll('.qr-problem p')).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Ask to join again' })).toBeVisible();
    cleanup();
  }
});

it('joins again', async () => {
  const failed = failedJoin('room-unreachable');
  const user = await showPart(failed, <Ended />);
  failed.room.refusesConnection(null);
  await user.click(screen.getByRole('button', { name: 'Ask to join again' }));
  await act(() => until(failed.visit.state, ({ phase }) => phase.name === 'knocking'));
});

it('lists the rules that were not met', async () => {
  await showPart(refusedVisit(), <Ended />);
  expect(screen.getByRole('heading', { name: 'The visit cannot start yet' })).toBeVisible();
  expect(await screen.findByText(/has not yet recorded its agreement/)).toBeVisible();
  await expectAccessible();
});

it('says how long it lasted, what can be done now, and what the clinic has to say', async () => {
  const clock = createFakeClock();
  const two = visitOfTwo({ environment: { clock } });
  await two.ready;
  clock.advance(12 * 60_000);
  await two.visit.leave();
  await showPart(
    two,
    <Ended>
      <a href="#next">Book your next visit</a>
    </Ended>,
  );
  expect(screen.getByText(/The visit lasted 12 minutes/)).toBeVisible();
  expect(screen.getByText('You can close this page.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Book your next visit' })).toBeVisible();
  await expectAccessible();
});

it('knows of no length where nobody was in the visit', async () => {
  await showPart(endedVisit('cancelled'), <Ended />);
  expect(screen.queryByText(/lasted/)).toBeNull();
});
