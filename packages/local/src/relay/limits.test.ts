import { WebSocket } from 'ws';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRelayHouse, type RelayHouse } from '../../test/relay-house.ts';
import { parseClientMessage } from '../protocol/client-message.ts';
import { createTokenBucket } from './token-bucket.ts';

let house: RelayHouse;
beforeEach(async () => {
  house = await openRelayHouse();
});
afterEach(() => house.close());

it('closes a socket after a few frames that are no message, and goes on for the others', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  patientPage.send('{');
  patientPage.send(new Uint8Array([1, 2, 3]));
  patientPage.send({ type: 'action', request: 1, action: { type: 'startLiveStream' } });
  expect(await patientPage.closed).toBe(4400);
  expect(await clinicianPage.act({ type: 'raiseHand', raised: true })).toBeNull();
  expect(house.events.at(-2)).toMatchObject({ type: 'socket-refused', why: 'malformed' });
});

it('survives any frame at the door and inside', async () => {
  const anything = fc.oneof(
    fc.string(),
    fc.uint8Array({ maxLength: 200 }),
    fc.json(),
    fc.record({
      type: fc.constantFrom('enter', 'resume', 'action', 'signal', 'leave', 'pong', 'x'),
      pass: fc.anything(),
    }),
  );
  const { clinicianPage } = await house.visit();
  const stranger = await house.clinic.person('family');
  const frames = fc.sample(anything, { numRuns: 60, seed: 7 });
  for (const [index, frame] of frames.entries()) {
    const page = index % 2 === 0 ? await house.dial() : await house.enter(stranger);
    for (let times = 0; times < 3; times += 1) page.send(frame);
    page.cut();
  }
  expect(await clinicianPage.act({ type: 'raiseHand', raised: true })).toBeNull();
});

it('reads no frame that is not exactly a message of the protocol', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => JSON.stringify(value)),
      ),
      (frame) => {
        const message = parseClientMessage(frame);
        expect(message === null || message.type === 'pong' || message.type === 'leave').toBe(true);
      },
    ),
  );
});

it('closes a socket that sends more than 64 kB at once', async () => {
  const { patientPage } = await house.visit();
  patientPage.send('x'.repeat(64 * 1024 + 1));
  expect(await patientPage.closed).toBe(1009);
});

it('closes a socket that floods, and keeps the others served', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  for (let sent = 0; sent < 400; sent += 1) patientPage.send({ type: 'pong' });
  expect(await patientPage.closed).toBe(4400);
  expect(house.events.some((event) => event.type === 'socket-refused' && event.why === 'flood')).toBe(true);
  expect(await clinicianPage.act({ type: 'raiseHand', raised: true })).toBeNull();
});

it('takes no more sockets than it was told', async () => {
  await house.close();
  house = await openRelayHouse({ maximumConnections: 2 });
  await house.dial();
  await house.dial();
  await expect(house.dial()).rejects.toThrow('503');
});

it('opens no more rooms than it was told', async () => {
  await house.close();
  house = await openRelayHouse({ maximumRooms: 0 });
  const page = await house.dial();
  await page.hello(await house.clinic.person('clinician'));
  expect((await page.next('denied')).code).toBe('room-full');
});

it('lets only so many wait', async () => {
  for (let waiting = 0; waiting < 8; waiting += 1) await house.enter(await house.clinic.person('family'));
  const page = await house.dial();
  await page.hello(await house.clinic.person('family'));
  expect((await page.next('denied')).code).toBe('room-full');
  await house.enter(await house.clinic.person('clinician'));
});

it('does not let anybody ring at the door again and again', async () => {
  const page = await house.enter(await house.clinic.person('patient'));
  const answers = [];
  for (let times = 0; times < 6; times += 1) {
    answers.push(await page.act({ type: 'knock' }));
    await page.act({ type: 'cancelKnock' });
  }
  expect(answers).toEqual([null, null, null, null, null, 'action-failed']);
  house.clock.pass(5000);
  expect(await page.act({ type: 'knock' })).toBeNull();
});

it('refuses a visit of more people than a mesh carries', async () => {
  await expect(openRelayHouse({ maximumParticipants: 7 })).rejects.toThrow(RangeError);
});

it('cuts everybody off when it is closed', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  await house.close();
  await Promise.all([clinicianPage.closed, patientPage.closed]);
  expect(await new Promise((resolve) => new WebSocket(house.url).once('error', resolve))).toBeInstanceOf(Error);
});

it('lets a burst through and holds the average', () => {
  const bucket = createTokenBucket(10, 2, 0);
  expect(bucket.take(10, 0)).toBe(true);
  expect(bucket.take(1, 400)).toBe(false);
  expect(bucket.take(1, 500)).toBe(true);
  expect(bucket.take(11, 1_000_000)).toBe(false);
  expect(bucket.take(10, 1_000_000)).toBe(true);
});
