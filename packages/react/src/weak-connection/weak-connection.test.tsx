import { visitOfTwo } from '@quietroom/testing';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { VideoRoom } from '../video-room/video-room.tsx';

const offer = /The connection is weak/;
const pictures = () => document.querySelectorAll('.qr-tiles video').length;

const inAWeakVisit = async () => {
  const two = visitOfTwo();
  await two.ready;
  await two.visit.perform({ type: 'setCamera', on: true });
  render(<VideoRoom visit={two.visit} roster={two.room.roster} />);
  await waitFor(() => {
    expect(pictures()).toBe(1);
  });
  act(() => {
    two.people.other.isReceived('poor');
  });
  await screen.findByText(offer);
  return { ...two, user: userEvent.setup() };
};

it('connection-weak: offers to do without pictures, and turns nothing off by itself', async () => {
  const { visit, people, user } = await inAWeakVisit();
  expect(visit.state.get().self.sending.camera).toBe(true);
  expect(pictures()).toBe(1);
  await expectAccessible();

  await user.click(screen.getByRole('button', { name: 'Turn my camera off' }));
  expect(visit.state.get().self.sending.camera).toBe(false);

  await user.click(screen.getByRole('button', { name: 'Hide the others’ pictures' }));
  expect(pictures()).toBe(0);
  expect(screen.getByRole('img', { name: 'Picture hidden' })).toBeVisible();

  act(() => {
    people.other.isReceived('good');
  });
  await user.click(screen.getByRole('button', { name: 'Show pictures' }));
  await waitFor(() => {
    expect(pictures()).toBe(1);
  });
  expect(screen.queryByText(offer)).toBeNull();
});

it('is dismissed until the connection was good in between', async () => {
  const { people, user } = await inAWeakVisit();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(offer)).toBeNull();
  act(() => {
    people.other.isReceived('good');
  });
  act(() => {
    people.other.isReceived('poor');
  });
  expect(await screen.findByText(offer)).toBeVisible();
});
