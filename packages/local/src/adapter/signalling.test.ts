import { browserEnvironment, type RoomEnd, type RoomError } from '@quietroom/core';
import { answerChallenge } from '@quietroom/core/passes';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Person } from '../../test/clinic.ts';
import { createManualClock, type ManualClock } from '../../test/manual-clock.ts';
import { openRelayHouse, type RelayHouse } from '../../test/relay-house.ts';
import type { View } from '../protocol/relay-message.ts';
import { Signalling } from './signalling.ts';

let house: RelayHouse;
const lines: Signalling[] = [];
beforeEach(async () => {
  house = await openRelayHouse();
});
afterEach(async () => {
  await Promise.all(lines.splice(0).map((line) => line.close()));
  await house.close();
});

interface Line {
  readonly signalling: Signalling;
  readonly clock: ManualClock;
  readonly links: string[];
  readonly views: View[];
  readonly over: { ended: RoomEnd | null; failed: RoomError | null };
  readonly passesAsked: () => number;
}

const lineOf = (person: Person, abort = new AbortController()): Line => {
  const clock = createManualClock(Date.now());
  const links: string[] = [];
  const views: View[] = [];
  const over: Line['over'] = { ended: null, failed: null };
  let asked = 0;
  const url = new URL(house.url);
  url.searchParams.set('room', house.clinic.visit);
  const signalling = new Signalling({
    url,
    environment: { clock, crypto: browserEnvironment().crypto },
    request: {
      token: () => {
        asked += 1;
        return person.pass();
      },
      proof: {
        publicKey: person.keys.publicKey,
        answer: (challengeKey, nonce) => answerChallenge(person.keys, challengeKey, nonce, crypto),
      },
      signal: abort.signal,
    },
    events: {
      view: (view) => views.push(view),
      signal: () => undefined,
      notice: () => undefined,
      link: (state) => links.push(state),
      ended: (reason) => {
        over.ended = reason;
      },
      failed: (error) => {
        over.failed = error;
      },
    },
  });
  lines.push(signalling);
  return { signalling, clock, links, views, over, passesAsked: () => asked };
};

it('comes back to its seat with the secret after a dropped socket, without a new pass', async () => {
  const { signalling, links, passesAsked } = lineOf(await house.clinic.person('clinician'));
  await signalling.connect();
  house.cut();
  await vi.waitUntil(() => links.includes('up'));
  expect(links).toEqual(['interrupted', 'up']);
  expect(passesAsked()).toBe(1);
  await signalling.perform({ type: 'raiseHand', raised: true });
});

it('tries again after longer and longer pauses, of at most two and a half seconds', async () => {
  const { signalling, links, clock } = lineOf(await house.clinic.person('clinician'));
  await signalling.connect();
  house.refuse(true);
  house.cut();
  await vi.waitUntil(() => links.includes('interrupted'));
  let refused = 0;
  for (let tries = 0; tries < 6; tries += 1) {
    await vi.waitUntil(() => house.refused() > refused);
    refused = house.refused();
    // Its next try waits for its own clock, which has not moved.
    await vi.waitUntil(() => clock.timers() > 0);
    clock.pass(2500);
  }
  house.refuse(false);
  await vi.waitUntil(() => {
    clock.pass(500);
    return links.includes('up');
  });
});

it('gives up when the seat is given up', async () => {
  const { signalling, clock, over } = lineOf(await house.clinic.person('clinician'));
  await signalling.connect();
  house.refuse(true);
  house.cut();
  await vi.waitUntil(() => {
    clock.pass(5000);
    return over.failed !== null;
  });
  expect(over.failed?.code).toBe('connection-lost');
});

it('goes through the front door once when the relay has forgotten its seat', async () => {
  const { signalling, links, views, passesAsked } = lineOf(await house.clinic.person('clinician'));
  await signalling.connect();
  house.forget();
  await vi.waitUntil(() => links.includes('up'));
  expect(passesAsked()).toBe(2);
  expect(views.at(-1)?.self.admission).toBe('admitted');
});

it('fails by name when the front door is shut', async () => {
  const clinician = await house.clinic.person('clinician');
  const pass = await clinician.pass({ expires: house.clock.now() + 1000 });
  const line = lineOf({ ...clinician, pass: () => Promise.resolve(pass) });
  await line.signalling.connect();
  house.clock.pass(2000);
  house.forget();
  await vi.waitUntil(() => line.over.failed !== null);
  expect(line.over.failed?.code).toBe('pass-expired');
});

it('notices a relay that has gone silent after 6 s', async () => {
  const { signalling, clock, links } = lineOf(await house.clinic.person('clinician'));
  await signalling.connect();
  clock.pass(6000);
  expect(links).toEqual([]);
  clock.pass(1000);
  expect(links).toEqual(['interrupted']);
});

it('refuses an action while the line is down, and forgets no answer', async () => {
  const { signalling, links } = lineOf(await house.clinic.person('clinician'));
  await signalling.connect();
  house.refuse(true);
  house.cut();
  await vi.waitUntil(() => links.includes('interrupted'));
  await expect(signalling.perform({ type: 'lock', locked: true })).rejects.toMatchObject({ code: 'action-failed' });
});

it('ends for whoever ended it for everyone, and calls that done', async () => {
  const { signalling, over } = lineOf(await house.clinic.person('clinician'));
  await signalling.connect();
  await signalling.perform({ type: 'endForEveryone' });
  expect(over.ended).toBe('ended-for-everyone');
});

it('is unreachable after 10 s without an answer, and leaves no timer', async () => {
  house.swallow(true);
  const { signalling, clock } = lineOf(await house.clinic.person('clinician'));
  const attempt = signalling.connect();
  clock.pass(10_000);
  await expect(attempt).rejects.toMatchObject({ code: 'room-unreachable' });
  expect(clock.timers()).toBe(0);
});

it('is cancelled by its signal at any moment', async () => {
  const abort = new AbortController();
  const { signalling, clock } = lineOf(await house.clinic.person('clinician'), abort);
  const attempt = signalling.connect();
  abort.abort();
  await expect(attempt).rejects.toMatchObject({ code: 'cancelled' });
  expect(clock.timers()).toBe(0);
  expect(house.rooms()).toBe(0);
});

it('needs a pass and its key', async () => {
  const { signalling } = lineOf(await house.clinic.person('clinician'));
  await signalling.connect();
  const url = new URL(house.url);
  url.searchParams.set('room', house.clinic.visit);
  const bare = new Signalling({
    url,
    environment: browserEnvironment(),
    request: { token: () => Promise.resolve(''), signal: new AbortController().signal },
    events: {
      view: () => undefined,
      signal: () => undefined,
      notice: () => undefined,
      link: () => undefined,
      ended: () => undefined,
      failed: () => undefined,
    },
  });
  await expect(bare.connect()).rejects.toMatchObject({ code: 'pass-missing' });
});
