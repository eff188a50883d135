import { clinicianWithKnock, waitingPatient, type FakeRoomOptions } from '@quietroom/testing';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { Knocks } from '../waiting-room/knocks.tsx';

/** A knock rings once it is known who knocks. */
const soon = { timeout: 5000 };

afterEach(() => {
  vi.useRealTimers();
});

/** What sounds: each time an oscillator starts, with its first note. */
const listening = (blocked = false) => {
  const notes: number[] = [];
  const environment: FakeRoomOptions['environment'] = {
    createAudioContext: () => {
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
  return { notes, environment };
};

it('rings once, softly, when somebody knocks, and says how many wait', async () => {
  const { notes, environment } = listening();
  const door = clinicianWithKnock({ environment });
  await showPart(door, <Knocks />);
  await waitFor(() => {
    expect(notes).toHaveLength(1);
  }, soon);
  expect(screen.getByRole('heading', { name: 'Waiting to join 1 waiting' })).toBeVisible();
  await expectAccessible();
});

it('rings again for whoever comes back, but not within seconds, and not once it is switched off', async () => {
  const { room, visit, people, ready } = clinicianWithKnock();
  let rings = 0;
  const chime = () => {
    rings += 1;
    return Promise.resolve();
  };
  await showPart({ room, visit: { ...visit, media: { ...visit.media, chime } }, ready }, <Knocks />);
  await waitFor(() => {
    expect(rings).toBe(1);
  }, soon);
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
  expect(rings).toBe(1);
  isBackAfter(60);
  expect(rings).toBe(2);
  fireEvent.click(screen.getByRole('button', { name: 'Turn knock sound off' }));
  isBackAfter(60);
  expect(rings).toBe(2);
  fireEvent.click(screen.getByRole('button', { name: 'Turn knock sound on' }));
  isBackAfter(60);
  expect(rings).toBe(3);
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
