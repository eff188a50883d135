import { connectingPatient, keptWaitingPatient, until, waitingPatient } from '@quietroom/testing';
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { VideoRoom } from '../video-room/video-room.tsx';
import { Waited } from './waited.tsx';
import { WaitingRoom } from './waiting-room.tsx';

test('somebody who asked to join is told what is going on and that nobody sees them', async () => {
  await showPart(waitingPatient(), <WaitingRoom />);

  expect(screen.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
  expect(screen.getByText(/A clinician will let you in when they are ready/)).toBeVisible();
  expect(screen.getByText(/Nobody can see or hear you until you are let in/)).toBeVisible();
  expect(screen.getByText(/If this is an emergency, do not wait here/)).toBeVisible();
  await expectAccessible();
});

test('somebody who waits reads what happens next, that their place is kept, and what to do when it takes long', async () => {
  await showPart(waitingPatient(), <WaitingRoom />);
  const next = within(await screen.findByRole('region', { name: 'What happens next' }));
  expect(next.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'The clinician sees that you are waiting.',
    'They let you in. This page changes by itself.',
    'You see and hear each other.',
  ]);
  expect(next.getByText(/Your place is kept/)).toBeVisible();
  expect(next.getByText(/call the clinic/)).toBeVisible();
  await expectAccessible();
});

test('the clinic’s own content stands below, and what breaks in it leaves “Cancel request” alone', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Leaflet = ({ torn }: { readonly torn: boolean }) => {
    if (torn) throw new Error('torn');
    return <a href="#leaflet">Prepare for your visit</a>;
  };
  const scenario = waitingPatient();
  await scenario.ready;
  const room = (torn: boolean) => (
    <VideoRoom visit={scenario.visit} waitingRoom={<Leaflet torn={torn} />} emergencyCard={<Leaflet torn={torn} />} />
  );
  const { rerender } = render(room(false));
  expect(screen.getAllByRole('link', { name: 'Prepare for your visit' })).toHaveLength(2);
  rerender(room(true));
  expect(screen.getAllByText('This part of the page did not work.')).toHaveLength(2);
  expect(screen.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Cancel request' }));
  await until(scenario.visit.state, (state) => state.phase.name === 'ended');
  vi.restoreAllMocks();
});

test('fits a page of 320 px, in Arabic too', async () => {
  await page.viewport(320, 640);
  await showPart(waitingPatient(), <WaitingRoom>A long leaflet about what to bring</WaitingRoom>, { locale: 'ar' });
  await screen.findByRole('region', { name: 'ماذا يحدث بعد ذلك' });
  expect(document.documentElement.scrollWidth).toBe(320);
  await expectAccessible();
  await page.viewport(414, 896);
});

test('somebody kept waiting knows that they were noticed', async () => {
  await showPart(keptWaitingPatient(), <WaitingRoom />);
  expect(screen.getByRole('heading', { name: 'Please wait a little longer' })).toBeVisible();
  expect(screen.getByText(/You keep your place/)).toBeVisible();
  await expectAccessible();
});

test('the clinic’s own emergency card takes the place of the general line', async () => {
  await showPart(waitingPatient(), <WaitingRoom emergencyCard={<p>Call the ward: extension 000</p>} />);
  expect(screen.getByText('Call the ward: extension 000')).toBeVisible();
  expect(screen.queryByText(/If this is an emergency/)).toBeNull();
});

test('a clinician who joins is not told to wait or to call for help', async () => {
  await showPart(connectingPatient({ role: 'clinician' }), <WaitingRoom />);
  expect(screen.getByRole('heading', { name: 'Connecting' })).toBeVisible();
  expect(screen.queryByText(/emergency/)).toBeNull();
});

test('the own camera shows when it is on', async () => {
  const scenario = waitingPatient();
  await showPart(scenario, <WaitingRoom />);
  expect(screen.queryByLabelText('Your own camera picture')).toBeNull();
  await act(() => scenario.visit.media.prepare('camera'));
  expect(screen.getByLabelText('Your own camera picture')).toBeVisible();
});

test('“Cancel request” withdraws it', async () => {
  const { visit, room, ...scenario } = waitingPatient();
  const person = await showPart({ visit, room, ...scenario }, <WaitingRoom />);
  await person.click(screen.getByRole('button', { name: 'Cancel request' }));
  const { phase } = await until(visit.state, (state) => state.phase.name === 'ended');
  expect(phase).toMatchObject({ reason: 'cancelled' });
  expect(room.closings).toEqual(['cancelled']);
});

test('an attempt that takes long can be cancelled too', async () => {
  const { visit, ...scenario } = connectingPatient();
  const person = await showPart({ visit, ...scenario }, <WaitingRoom />);
  expect(screen.getByRole('heading', { name: 'Connecting' })).toBeVisible();
  await person.click(screen.getByRole('button', { name: 'Cancel request' }));
  await until(visit.state, (state) => state.phase.name === 'ended');
});

describe('how long it has taken', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is told in minutes, and never announced', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    render(<Waited since={Date.now()} />);
    const timer = screen.getByRole('timer');
    expect(timer).toHaveTextContent('You have been waiting for less than a minute.');
    expect(timer).toHaveAttribute('aria-live', 'off');

    act(() => {
      vi.advanceTimersByTime(3 * 60_000);
    });
    expect(timer).toHaveTextContent('You have been waiting for 3 minutes.');
  });
});
