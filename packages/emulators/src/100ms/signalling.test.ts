import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startStandIn, type TestLine } from '../../test/100ms-line.ts';
import type { RoomOptions } from './room.ts';

let standIn: Awaited<ReturnType<typeof startStandIn>>;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.close());

const tokenFor = (roomId: string, role: string, userId: string = crypto.randomUUID()) =>
  standIn.emulator.registry.mintToken({ roomId, userId, role });

/** People who have joined one room, in these roles, without media. */
const gather = async (roles: readonly string[], options: RoomOptions = {}) => {
  const room = standIn.emulator.registry.createRoom(options);
  const people: TestLine[] = [];
  for (const role of roles) {
    const line = await standIn.open(tokenFor(room.id, role));
    await line.ask('join', { name: `${role} B2B2`, data: '' });
    await line.hears('peer-list');
    people.push(line);
  }
  return { room, people };
};
const idsIn = (said: unknown): string[] => Object.keys(said as object);

describe('who comes', () => {
  test('is told their role and everybody’s rights before they ask for anything', async () => {
    const { id } = standIn.emulator.registry.createRoom();
    const line = await standIn.open(tokenFor(id, 'waiting'));
    const { params } = await line.hears('on-policy-change');
    expect(params).toMatchObject({ name: 'waiting', known_roles: { waiting: { publishParams: { allowed: [] } } } });
    expect(line.said[0]?.method).toBe('on-policy-change');
  });

  test('is refused with a bad token, in a room that is closed, and as a peer that is somebody else', async () => {
    const { room, people } = await gather(['patient']);
    await expect(standIn.open('nothing')).rejects.toThrow('401');
    await expect(standIn.open(tokenFor('nowhere', 'patient'))).rejects.toThrow('404');
    await expect(standIn.open(tokenFor(room.id, 'patient'), people[0]!.peer)).rejects.toThrow('403');
    room.closed = true;
    await expect(standIn.open(tokenFor(room.id, 'patient'))).rejects.toThrow('403');
  });

  test('finds those who are there, and they are told; who only previews is seen by nobody', async () => {
    const { room, people } = await gather(['clinician', 'patient']);
    const [clinician, patient] = people;
    expect(idsIn((await patient!.hears('peer-list')).params?.['peers']).sort()).toEqual(
      [clinician!.peer, patient!.peer].sort(),
    );
    expect((await clinician!.hears('on-peer-join')).params).toMatchObject({
      peer_id: patient!.peer,
      role: 'patient',
      realtime: true,
      info: { name: 'patient B2B2', type: 'regular' },
    });
    const curious = await standIn.open(tokenFor(room.id, 'family'));
    expect(await curious.ask('broadcast', { info: { message: 'x', type: 'chat' } })).toMatchObject({
      error: { code: 403 },
    });
    expect(room.joined).toHaveLength(2);
  });
});

describe('who goes', () => {
  test('is gone at once when they say so or close the line as leavers do', async () => {
    const { people } = await gather(['clinician', 'patient', 'family']);
    const [clinician, patient, family] = people;
    patient!.tell(JSON.stringify({ method: 'leave', params: {} }));
    expect((await clinician!.hears('on-peer-leave')).params).toMatchObject({ peer_id: patient!.peer });
    await family!.hangUp(1_000);
    expect((await clinician!.hears('on-peer-leave', 2)).params).toMatchObject({ peer_id: family!.peer });
  });

  test('is still there when the line broke, and finds everything as it is when they come back', async () => {
    const { room, people } = await gather(['clinician']);
    const userId = 'k7q4';
    const patient = await standIn.open(tokenFor(room.id, 'patient', userId));
    await patient.ask('join', { name: 'Patient C3C3', data: '' });
    await patient.hangUp();
    expect(room.joined).toHaveLength(2);
    await people[0]!.ask('group-join', { name: '_handraise' });
    const again = await standIn.open(tokenFor(room.id, 'patient', userId), patient.peer);
    expect((await again.hears('peer-list')).params?.['peers']).toMatchObject({
      [people[0]!.peer]: { groups: ['_handraise'] },
      [patient.peer]: { info: { name: 'Patient C3C3' } },
    });
    expect(people[0]!.said.filter(({ method }) => method === 'on-peer-leave')).toEqual([]);
  });
});

describe('what is asked', () => {
  test.each([
    ['nonsense', {}, 404],
    ['role-change-request', { role: 7 }, 400],
    ['role-change-request', { requested_for: 'nobody', role: 'patient', force: true }, 404],
    ['role-change-request', { requested_for: 'nobody', role: 'king', force: true }, 400],
    ['peer-leave-request', { requested_for: 'nobody' }, 404],
    ['broadcast', { info: { message: 'x', type: 'chat' }, peer_id: 'nobody' }, 404],
    ['rtmp-start', { record: true }, 500],
    ['rtmp-start', { rtmp_urls: ['rtmp://somewhere.invalid'] }, 403],
    ['hls-start', {}, 403],
  ])('by a clinician: %s %j is answered with %i', async (method, params, code) => {
    const { people } = await gather(['clinician']);
    expect((await people[0]!.ask(method, params)).error?.code).toBe(code);
  });

  test.each([
    ['role-change-request', { requested_for: 'nobody', role: 'clinician', force: true }],
    ['track-update-request', { requested_for: 'nobody', track_id: 'x', stream_id: 'x', mute: true }],
    ['change-track-mute-state-request', { value: true }],
    ['peer-leave-request', { requested_for: 'nobody' }],
    ['end-room', {}],
    ['rtmp-start', { record: true }],
    ['rtmp-stop', {}],
    ['transcription-start', { mode: 'caption' }],
    ['role-change', { role: 'clinician', token: 'guessed' }],
  ])('by a patient, who may not: %s', async (method, params) => {
    const { people } = await gather(['patient']);
    expect((await people[0]!.ask(method, params)).error?.code).toBe(403);
  });

  test('nothing readable at all does no harm', async () => {
    const { people } = await gather(['patient']);
    for (const text of ['', 'not json', '[]', '{"method":7}', '{"id":"1"}']) people[0]!.tell(text);
    expect((await people[0]!.ask('ping', { timestamp: 1 })).result).toBeDefined();
  });
});

test('what a role may no longer do ends with the role', async () => {
  const { room, people } = await gather(['clinician', 'patient']);
  const [clinician, patient] = people;
  await clinician!.ask('role-change-request', { requested_for: patient!.peer, role: 'waiting', force: true });
  expect((await patient!.hears('on-policy-change', 2)).params).toMatchObject({ name: 'waiting' });
  expect((await clinician!.hears('on-peer-update')).params).toMatchObject({ peer_id: patient!.peer, role: 'waiting' });
  expect(room.joined.map(({ role }) => role)).toEqual(['clinician', 'waiting']);
});

test('a message for one is on no other line, and the ledger has both ends of it', async () => {
  const { people } = await gather(['clinician', 'patient', 'family']);
  const [clinician, patient, family] = people;
  const info = { message: 'for the patient', type: 'chat' };
  const { result } = await clinician!.ask('broadcast', { info, peer_id: patient!.peer });
  expect(result).toMatchObject({ message_id: expect.any(String) as string });
  expect((await patient!.hears('on-broadcast')).params).toMatchObject({ private: true, info });
  await clinician!.ask('broadcast', { info: { message: 'for roles', type: 'chat' }, roles: ['family'] });
  await family!.hears('on-broadcast');
  expect(JSON.stringify(family!.said)).not.toContain('for the patient');
  expect(JSON.stringify(patient!.said)).not.toContain('for roles');
  const written = standIn.emulator.ledger.entries.filter(({ text }) => text.includes('for the patient'));
  expect(written.map(({ way, peer }) => [way, peer])).toEqual([
    ['in', clinician!.peer],
    ['out', patient!.peer],
  ]);
});

test('what is on is off when nobody is left', async () => {
  const { room, people } = await gather(['clinician'], { storage: true });
  await people[0]!.ask('rtmp-start', { record: true });
  expect((await people[0]!.hears('on-record-update')).params).toMatchObject({ type: 'Browser', state: 'started' });
  await people[0]!.ask('transcription-start', { mode: 'caption' });
  expect(room.describe()).toMatchObject({ recording: { browser: { enabled: true } }, transcriptions: [{}] });
  await people[0]!.ask('end-room', { lock: true, reason: '' });
  expect((await people[0]!.hears('on-peer-leave-request')).params).toMatchObject({ room_end: true });
  await expect.poll(() => room.peers.size).toBe(0);
  expect(room.describe()).toMatchObject({ recording: { browser: { enabled: false } }, transcriptions: [] });
  expect(room.closed).toBe(true);
});
