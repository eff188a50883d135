import { changesOf, createOpaqueId, participantId, type ParticipantId } from '@quietroom/core';
import { describe, expect, it, test } from 'vitest';
import { readRoom, type Memory } from './read-room.ts';
import type { VendorParticipant, VendorState } from './vendor-state.ts';

const line = {} as MediaStreamTrack;
const stream = { getAudioTracks: () => [line], getVideoTracks: () => [line] };
const empty = { getAudioTracks: () => [], getVideoTracks: () => [] };

const person = (change: Partial<VendorParticipant> = {}): VendorParticipant => ({
  id: 'one',
  displayName: 'Patient K7Q4',
  externalId: null,
  roleName: 'granted_visitor',
  isAudioEnabled: false,
  isVideoEnabled: false,
  isAudioRecorder: false,
  isDialIn: false,
  stickyReaction: null,
  stream,
  presentationStream: null,
  ...change,
});

const state = (others: readonly VendorParticipant[] = [], change: Partial<VendorState> = {}): VendorState => ({
  roomConnection: { status: 'connected' },
  localParticipant: { id: 'self', roleName: 'host' },
  remoteParticipants: { remoteParticipants: others },
  waitingParticipants: { waitingParticipants: [] },
  room: { isLocked: true, mode: 'normal' },
  cloudRecording: { isRecording: false },
  liveCaptions: { isCaptioning: false },
  liveTranscription: { isTranscribing: false },
  ...change,
});

const memory = (change: Partial<Memory> = {}): Memory => ({
  admission: 'admitted',
  inside: true,
  knock: () => ({ since: 1000, keptWaiting: false }),
  answered: new Set(),
  ...change,
});

const only = (who: Partial<VendorParticipant>) =>
  readRoom(state([person(who)]), memory()).participants.get(participantId('one'));

describe('what the vendor says about somebody', () => {
  it('vouches for the id they came with and whether they are host, and for no role', () => {
    const externalId = createOpaqueId(crypto);
    expect(only({ externalId })?.claims).toEqual({ host: false, sub: externalId });
    expect(only({ roleName: 'host' })?.claims).toEqual({ host: true });
    expect(only({ externalId: 'zylphia.quonsett@example.org' })?.claims).toEqual({ host: false });
  });

  test.each([
    ['a person’s name', { displayName: 'Zylphia Quonsett' }],
    ['a telephone number', { displayName: '+1 555 0100', isDialIn: true }],
    ['nearly a pseudonym', { displayName: 'Patient K7Q4 (Zylphia)' }],
  ])('shows %s as Guest', (_what, change) => {
    expect(only(change)?.name).toBe('Guest');
  });

  test.each(['recorder', 'streamer', 'captioner', 'assistant'])('knows a %s as a machine', (roleName) => {
    expect(only({ roleName, externalId: createOpaqueId(crypto) })?.claims).toEqual({ role: 'recorder' });
  });

  it('gives each source a name that outlives mutes and new lines', () => {
    expect(only({ isAudioEnabled: true })).toMatchObject({
      microphone: { id: 'one microphone', sending: true },
      camera: { id: 'one camera', sending: false },
      screen: null,
    });
    expect(only({ stream: empty, isAudioEnabled: true })).toMatchObject({ microphone: null, camera: null });
    expect(only({ presentationStream: stream })?.screen).toEqual({ id: 'one screen', sending: true });
  });
});

describe('the facts of the room', () => {
  const facts = (others: readonly VendorParticipant[], change: Partial<VendorState> = {}) =>
    readRoom(state(others, change), memory()).room;

  it('are all known inside', () => {
    expect(facts([])).toEqual({
      locked: true,
      recording: false,
      captions: false,
      streaming: false,
      mediaServer: false,
    });
  });

  it('hold a recording that began before this page came, and a stream, which the vendor’s flags never say', () => {
    expect(facts([person({ roleName: 'recorder' })]).recording).toBe(true);
    expect(facts([person({ roleName: 'assistant' })]).recording).toBe(true);
    expect(facts([person({ isAudioRecorder: true })]).recording).toBe(true);
    expect(facts([person({ roleName: 'streamer' })]).streaming).toBe(true);
    expect(facts([person({ roleName: 'captioner' })]).captions).toBe(true);
  });

  it('hold what the vendor’s flags say', () => {
    expect(facts([], { cloudRecording: { isRecording: true } }).recording).toBe(true);
    expect(facts([], { liveTranscription: { isTranscribing: true } }).captions).toBe(true);
    expect(facts([], { room: { isLocked: false, mode: 'group' } })).toMatchObject({ locked: false, mediaServer: true });
  });

  it('are unknown outside, but for the lock', () => {
    const outside = readRoom(state(), memory({ admission: 'outside', inside: false })).room;
    expect(outside).toEqual({
      locked: true,
      recording: 'unknown',
      captions: 'unknown',
      streaming: 'unknown',
      mediaServer: 'unknown',
    });
  });
});

describe('who knocks', () => {
  const waiting = { waitingParticipants: { waitingParticipants: [{ id: 'door', displayName: 'Family R2T5' }] } };
  const door: ParticipantId = participantId('door');

  it('is known to the host', () => {
    expect(readRoom(state([], waiting), memory()).knocks.get(door)).toEqual({
      id: door,
      name: 'Family R2T5',
      claims: {},
      since: 1000,
      keptWaiting: false,
    });
  });

  it('is not known to anybody else', () => {
    const visitor = state([], { ...waiting, localParticipant: { id: 'self', roleName: 'granted_visitor' } });
    expect(readRoom(visitor, memory()).knocks.size).toBe(0);
  });

  it('is at the door no more once answered or inside, whether or not the vendor says so', () => {
    expect(readRoom(state([], waiting), memory({ answered: new Set([door]) })).knocks.size).toBe(0);
    expect(readRoom(state([person({ id: 'door' })], waiting), memory()).knocks.size).toBe(0);
  });
});

it('tells the unadmitted nothing of the others, though the vendor’s state keeps them after leaving', () => {
  const reading = readRoom(state([person()]), memory({ admission: 'knocking' }));
  expect([reading.participants.size, reading.knocks.size]).toEqual([0, 0]);
});

describe('a patch', () => {
  it('holds everything at first', () => {
    expect(changesOf(null, readRoom(state([person()]), memory()))).toMatchObject({
      self: { id: 'self', admission: 'admitted', handRaised: false },
      room: { locked: true },
      participants: { one: { admitted: true, quality: 'unknown' } },
    });
  });

  it('is none when nothing changed, however new the vendor’s arrays', () => {
    const others = () => [person({ stickyReaction: { reaction: '✋' } })];
    expect(changesOf(readRoom(state(others()), memory()), readRoom(state(others()), memory()))).toBeNull();
  });

  it('holds what changed of somebody, and nothing else', () => {
    const before = readRoom(state([person()]), memory());
    expect(changesOf(before, readRoom(state([person({ isAudioEnabled: true })]), memory()))).toEqual({
      participants: { one: { id: 'one', microphone: { id: 'one microphone', sending: true } } },
    });
    expect(changesOf(before, readRoom(state([person({ stickyReaction: { reaction: '✋' } })]), memory()))).toEqual({
      participants: { one: { id: 'one', handRaised: true } },
    });
  });

  it('says who is gone', () => {
    const before = readRoom(state([person()]), memory());
    expect(changesOf(before, readRoom(state(), memory()))).toEqual({ participants: { one: null } });
  });
});
