import type { HMSRole, HMSRoom, HMSTrack } from '@100mslive/hms-video-store';
import { changesOf, createOpaqueId, createPseudonym } from '@quietroom/core';
import { describe, expect, it } from 'vitest';
import { writeCard } from './card.ts';
import { readRoom, type VendorPeer, type VendorState } from './read-room.ts';
import type { HmsRoles } from './template-roles.ts';

const roles: HmsRoles = { clinician: 'clinician', patient: 'patient', waiting: 'waiting-room' };
const running = (on: boolean) => ({ running: on });

const peerOf = (id: string, change: Partial<VendorPeer> = {}): VendorPeer => ({
  id,
  name: createPseudonym('patient', crypto),
  roleName: 'patient',
  isLocal: false,
  auxiliaryTracks: [],
  customerUserId: createOpaqueId(crypto),
  isHandRaised: false,
  type: 'regular',
  ...change,
});
const trackOf = (id: string, type: 'audio' | 'video', change: Partial<HMSTrack> = {}) => ({
  id,
  type,
  source: 'regular',
  enabled: true,
  ...change,
});
const roleWith = (permissions: Partial<HMSRole['permissions']>) => ({ permissions }) as HMSRole;

const stateOf = (
  peers: readonly VendorPeer[],
  { room, ...change }: Partial<Omit<VendorState, 'room'>> & { room?: Partial<HMSRoom> } = {},
): VendorState => ({
  peers: Object.fromEntries(
    [peerOf('me', { isLocal: true, roleName: 'clinician' }), ...peers].map((peer) => [peer.id, peer]),
  ),
  tracks: {},
  connectionQualities: {},
  roles: { clinician: roleWith({}) },
  room: {
    isConnected: true,
    localPeer: 'me',
    sessionId: 's',
    recording: { browser: running(false), server: running(false), hls: running(false) },
    rtmp: running(false),
    hls: { running: false, variants: [] },
    isHipaaEnabled: true,
    ...room,
  },
  ...change,
});
const only = <Value>(map: ReadonlyMap<unknown, Value>): Value | undefined => [...map.values()][0];

describe('people', () => {
  it('are told by pseudonym, id and role, as the vendor vouches for them', () => {
    const patient = peerOf('p');
    expect(only(readRoom(stateOf([patient]), roles).participants)).toMatchObject({
      id: 'p',
      name: patient.name,
      admitted: true,
      claims: { sub: patient.customerUserId, role: 'patient' },
    });
  });

  it.each([
    ['a telephone', { type: 'sip', name: '+1 555 0100' }],
    ['a telephone that calls itself a pseudonym', { type: 'sip' }],
    ['somebody with their own name', { name: 'Zylphia Quonsett' }],
  ])('that are %s are called Guest', (_who, change) => {
    expect(only(readRoom(stateOf([peerOf('p', change)]), roles).participants)?.name).toBe('Guest');
  });

  it('with an id that is not opaque, or a role of no meaning, have none', () => {
    const stranger = peerOf('p', { customerUserId: 'zylphia', roleName: 'superuser' });
    expect(only(readRoom(stateOf([stranger]), roles).participants)?.claims).toEqual({});
  });

  it('that are the vendor’s recorder are called so', () => {
    const machine = peerOf('p', { roleName: '__internal_recorder' });
    expect(only(readRoom(stateOf([machine]), roles).participants)?.claims).toEqual({ role: 'recorder' });
  });

  it('have the tracks they send, under names that stay', () => {
    const tracks = {
      a: trackOf('a', 'audio', { enabled: false }),
      v: trackOf('v', 'video'),
      s: trackOf('s', 'video', { source: 'screen' }),
    };
    const peer = peerOf('p', { audioTrack: 'a', videoTrack: 'v', auxiliaryTracks: ['gone', 's'] });
    expect(only(readRoom(stateOf([peer], { tracks }), roles).participants)).toMatchObject({
      microphone: { id: 'p microphone', sending: false },
      camera: { id: 'p camera', sending: true },
      screen: { id: 'p screen', sending: true },
    });
  });

  it.each([
    [5, 'good'],
    [3, 'good'],
    [2, 'poor'],
    [1, 'poor'],
    [0, 'lost'],
    [-1, 'unknown'],
  ])('are received as the vendor scores them: %i is %s', (downlinkQuality, quality) => {
    const state = stateOf([peerOf('p')], { connectionQualities: { p: { downlinkQuality } } });
    expect(only(readRoom(state, roles).participants)?.quality).toBe(quality);
  });
});

describe('the door', () => {
  const pass = 'e30.e30.e30';
  const caller = peerOf('w', { roleName: 'waiting-room', metadata: writeCard(pass), joinedAt: new Date(5) });

  it('shows clinicians who waits, with the pass they show', () => {
    const { knocks, participants } = readRoom(stateOf([caller]), roles);
    expect(only(knocks)).toMatchObject({ claims: { sub: caller.customerUserId, pass }, keptWaiting: false, since: 5 });
    expect(participants.size).toBe(0);
  });

  it('shows nobody else who waits, and those who wait nobody', () => {
    const as = (roleName: string) =>
      readRoom(stateOf([caller, peerOf('p'), peerOf('me', { isLocal: true, roleName })]), roles);
    expect(as('patient').knocks.size).toBe(0);
    expect(as('patient').participants.size).toBe(1);
    expect(as('waiting-room')).toMatchObject({ self: { admission: 'knocking', handRaised: false } });
    expect([as('waiting-room').knocks.size, as('waiting-room').participants.size]).toEqual([0, 0]);
  });

  it('takes a raised hand at it for being kept waiting', () => {
    const me = peerOf('me', { isLocal: true, roleName: 'waiting-room', isHandRaised: true });
    expect(readRoom(stateOf([me]), roles).self.admission).toBe('kept-waiting');
  });

  it('is outside for whoever only previews', () => {
    expect(readRoom(stateOf([], { room: { isConnected: false } }), roles).self.admission).toBe('outside');
  });
});

describe('the room', () => {
  const factsOf = (room: Partial<HMSRoom>, known: Record<string, HMSRole> = { clinician: roleWith({}) }) =>
    readRoom(stateOf([], { room, roles: known }), roles).room;

  it('is known when the vendor has said what goes on, and not before', () => {
    expect(factsOf({})).toMatchObject({ recording: false, captions: false, streaming: false, mediaServer: true });
    expect(factsOf({ sessionId: '' })).toMatchObject({
      recording: 'unknown',
      captions: 'unknown',
      streaming: 'unknown',
    });
    expect(factsOf({ isConnected: false })).toMatchObject({ recording: 'unknown' });
  });

  it('says whether its workspace is one for health information, and whether a role may stream', () => {
    const ofHms = (...given: Parameters<typeof factsOf>) => factsOf(...given).of['100ms'];
    expect(ofHms({})).toEqual({ healthWorkspace: true, mayStream: false, otherRecording: false });
    expect(ofHms({ isHipaaEnabled: false }).healthWorkspace).toBe(false);
    expect(ofHms({}, {}).mayStream).toBe('unknown');
    expect(ofHms({}, { patient: roleWith({ rtmpStreaming: true }) }).mayStream).toBe(true);
    expect(ofHms({}, { patient: roleWith({ hlsStreaming: true }) }).mayStream).toBe(true);
  });

  it('is recorded and streamed in whatever way the vendor does it', () => {
    const recording = { browser: running(true), server: running(false), hls: running(false) };
    expect(factsOf({ recording })).toMatchObject({ recording: true, of: { '100ms': { otherRecording: false } } });
    expect(factsOf({ recording: { ...recording, server: running(true) } }).of['100ms'].otherRecording).toBe(true);
    expect(factsOf({ rtmp: running(true) }).streaming).toBe(true);
    expect(factsOf({ hls: { running: true, variants: [] } }).streaming).toBe(true);
  });
});

describe('what changed', () => {
  it('is nothing when the vendor calls for nothing', () => {
    const peer = peerOf('p');
    const [before, after] = [readRoom(stateOf([peer]), roles), readRoom(stateOf([{ ...peer }]), roles)];
    expect(changesOf(before, after)).toBeNull();
  });

  it('is the one person who did, and nobody else', () => {
    const peer = peerOf('p');
    const other = peerOf('q');
    const before = readRoom(stateOf([peer, other]), roles);
    const raised = readRoom(stateOf([{ ...peer, isHandRaised: true }, other]), roles);
    const patch = changesOf(before, raised);
    expect(Object.keys(patch ?? {})).toEqual(['participants']);
    expect(Object.keys(patch?.participants ?? {})).toEqual(['p']);
    expect(patch?.participants).toMatchObject({ p: { handRaised: true } });
    expect(changesOf(before, readRoom(stateOf([other]), roles))).toEqual({ participants: { p: null } });
  });
});
