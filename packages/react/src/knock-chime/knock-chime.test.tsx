import { clinicianWithKnock, until, waitingPatient, type FakeRoomOptions } from '@quietroom/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { Knocks } from '../waiting-room/knocks.tsx';

afterEach(() => {
  vi.useRealTimers();
});

/** What sounds: each time an oscillator starts, with its first note. */
const listening = (blocked = false) => {
  const notes: number[] = [];
  let rings = 0;
  const environment: FakeRoomOptions['environment'] = {
    createAudioContext: () => {
      rings += 1;
      const context = new AudioContext();
      const create = context.createOscillator.bind(context);
      context.createOscillator = () => {
        const oscillator = create();
        const set = oscillator.frequency.setValueAtTime.bind(oscillator.frequency);
        let first = true;
        oscillator.frequency.setValueAtTime = (value, time) => {
          if (first) notes.push(value);
          first = false;
          return set(value, time);
        };
        return oscillator;
      };
      if (blocked) context.resume = () => Promise.reject(new DOMException('no gesture yet', 'NotAllowedError'));
      return context;
    },
  };
  return { notes, environment, rings: () => rings };
};

it('rings once, softly, when somebody knocks, and says how many wait', async () => {
  const { notes, environment } = listening();
  const door = clinicianWithKnock({ environment });
  await showPart(door, <Knocks />);
  await waitFor(() => {
    expect(notes).toHaveLength(1);
  });
  expect(screen.getByRole('heading', { name: 'Waiting to join 1 waiting' })).toBeVisible();
  await expectAccessible();
});

it('can be switched off for the visit, and on again', async () => {
  const { notes, environment } = listening();
  const door = clinicianWithKnock({ environment });
  const clinician = await showPart(door, <Knocks />);
  await clinician.click(await screen.findByRole('button', { name: 'Turn knock sound off' }));
  await waitFor(() => {
    expect(notes).toHaveLength(1);
  });
  door.room.personKnocks({ role: 'family' });
  await act(() => until(door.visit.state, ({ knockOrder }) => knockOrder.length === 2));
  expect(screen.getByRole('heading', { name: 'Waiting to join 2 waiting' })).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Turn knock sound on' })).toHaveFocus();
  expect(notes).toHaveLength(1);
});

it('does not ring again for whoever is back within seconds, and does when they come back later', async () => {
  const { rings, environment } = listening();
  const { room, visit, people, ready } = clinicianWithKnock({ environment });
  await showPart({ room, visit, ready }, <Knocks />);
  await waitFor(() => {
    expect(rings()).toBe(1);
  });
  const { id, pseudonym } = people.patient;
  const knock = { id, name: pseudonym, claims: {}, keptWaiting: false, since: 0 };
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  const isBackAfter = (seconds: number) => {
    act(() => {
      room.reports({ knocks: { [id]: null } });
    });
    expect(screen.queryByRole('region')).toBeNull();
    vi.advanceTimersByTime(seconds * 1000);
    act(() => {
      room.reports({ knocks: { [id]: knock } });
    });
    expect(screen.getByRole('heading', { name: 'Waiting to join 1 waiting' })).toBeVisible();
    vi.advanceTimersByTime(2000);
  };
  isBackAfter(5);
  expect(rings()).toBe(1);
  isBackAfter(60);
  expect(rings()).toBe(2);
});

it('is never heard by somebody who waits', async () => {
  const { notes, environment } = listening();
  const waiting = waitingPatient({ environment });
  await showPart(waiting, <Knocks />);
  waiting.room.personKnocks({ role: 'family' });
  expect(screen.queryByRole('region')).toBeNull();
  expect(notes).toEqual([]);
});

it('does without where the page may make no sound yet', async () => {
  const { notes, environment } = listening(true);
  await showPart(clinicianWithKnock({ environment }), <Knocks />);
  expect(await screen.findByRole('button', { name: 'Turn knock sound off' })).toBeVisible();
  expect(screen.getByRole('button', { name: /^Admit/ })).toBeVisible();
  expect(notes).toEqual([]);
});
