import { sharedScreen, visitOfFour, visitOfTwo } from '@quietroom/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { OwnShare } from './own-share.tsx';
import { RemoteAudio } from './remote-audio.tsx';
import { Stage } from './stage.tsx';

const tile = (name: string) => {
  const found = screen.getByText(name).closest('li');
  if (!found) throw new Error(`no tile of ${name}`);
  return within(found);
};
const isPlaying = async (element: HTMLMediaElement | null) => {
  await waitFor(() => {
    expect(element?.srcObject).toBeInstanceOf(MediaStream);
    expect(element?.currentTime).toBeGreaterThan(0);
  });
};

it('shows everybody with their name, and who is muted or has no camera', async () => {
  const four = visitOfFour();
  await showPart(four, <Stage />);
  const people = within(screen.getByRole('list', { name: 'People in the visit' })).getAllByRole('listitem');
  expect(people).toHaveLength(3);
  await isPlaying(people[0]?.querySelector('video') ?? null);
  expect(tile('Bexley Umbertone').getByRole('img', { name: 'Camera off' })).toBeVisible();
  expect(tile('Zylphia Quonsett').queryByRole('img')).toBeNull();

  act(() => {
    four.people.patient.mutes();
    four.people.patient.turnsCameraOff();
    four.people.patient.raisesHand();
  });
  expect(tile('Zylphia Quonsett').getByRole('img', { name: 'Microphone muted' })).toBeVisible();
  expect(tile('Zylphia Quonsett').getByRole('img', { name: 'Camera off' })).toBeVisible();
  expect(tile('Zylphia Quonsett').getByText('Hand raised')).toBeVisible();
  await expectAccessible();
});

it('says in words how badly somebody comes through', async () => {
  const two = visitOfTwo();
  await showPart(two, <Stage />);
  for (const [quality, words] of [
    ['poor', 'Weak connection'],
    ['lost', 'Connection lost'],
  ] as const) {
    act(() => {
      two.people.other.isReceived(quality);
    });
    expect(screen.getByText(words)).toBeVisible();
  }
  act(() => {
    two.people.other.isReceived('good');
  });
  expect(screen.queryByText(/connection/i)).toBeNull();
});

it('rings whoever speaks, and stops when they stop', async () => {
  const two = visitOfTwo();
  await showPart(two, <Stage />);
  const ring = screen.getByText('Dr. Orrin Thackwhistle').closest('li')?.querySelector<HTMLElement>('.qr-ring');
  act(() => {
    two.people.other.speaks(0.6);
  });
  expect(ring).toHaveAttribute('data-speaking');
  expect(ring?.style.getPropertyValue('--qr-level')).toBe('0.60');
  // The hiss of an open microphone in a quiet room.
  act(() => {
    two.people.other.speaks(0.2);
  });
  expect(ring).not.toHaveAttribute('data-speaking');
});

it('shows a shared screen beside the people, and says whose it is', async () => {
  const shared = sharedScreen();
  await showPart(shared, <Stage />);
  const screenOf = screen.getByRole('figure', { name: 'Screen of Dr. Orrin Thackwhistle' });
  await isPlaying(screenOf.querySelector('video'));
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  await expectAccessible();
  act(() => {
    shared.people.other.stopsSharing();
  });
  expect(screen.queryByRole('figure')).toBeNull();
});

it('shows this page’s own camera only while it is being sent', async () => {
  const two = visitOfTwo();
  await showPart(
    two,
    <div style={{ display: 'flex', position: 'fixed', inset: 0 }}>
      <Stage />
    </div>,
  );
  const self = screen.getByRole('group', { name: 'Your camera' });
  expect(self.querySelector('video')).toBeNull();
  await act(() => two.visit.perform({ type: 'setCamera', on: true }));
  await isPlaying(self.querySelector('video'));
  expect(within(self).getByRole('img', { name: 'Microphone muted' })).toBeVisible();
});

it('reminds of sharing the own screen, and stops it', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, <OwnShare />);
  expect(screen.queryByText('You are sharing your screen')).toBeNull();
  await act(() => two.visit.perform({ type: 'shareScreen', on: true }));
  expect(screen.getByText('You are sharing your screen')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Stop sharing' }));
  await waitFor(() => {
    expect(screen.queryByText('You are sharing your screen')).toBeNull();
  });
  expect(two.visit.state.get().self.sending.screen).toBe(false);
});

it('gives everybody’s microphone an element of its own, and takes it back', async () => {
  const four = visitOfFour();
  await showPart(four, <RemoteAudio />);
  expect(document.querySelectorAll('audio')).toHaveLength(3);
  act(() => {
    four.people.family.leaves();
  });
  expect(document.querySelectorAll('audio')).toHaveLength(2);
});
