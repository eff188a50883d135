import {
  createOpaqueId,
  createPseudonym,
  participantId,
  type CaptureSource,
  type OpaqueId,
  type ParticipantId,
  type Pseudonym,
  type Role,
  type RoomAdapter,
  type RoomConnection,
  type RoomEnd,
  type RoomError,
  type RoomFacts,
  type RoomKnock,
  type RoomNotice,
  type RoomParticipant,
  type RoomPatch,
} from '@quietroom/core';
import { vi } from 'vitest';
import { adapterFor } from './clinic-rooms.ts';
import { passOf } from './unsigned-pass.ts';

/** Waits for a fact, looking twenty times a second. */
export const eventually = (check: () => boolean | Promise<boolean>, within = 10_000): Promise<void> =>
  vi.waitUntil(check, { timeout: within, interval: 50 }).then(() => undefined);

/** A page with the adapter, drawn devices, and everything it was told. */
export interface Page {
  readonly self: { readonly id: OpaqueId; readonly name: Pseudonym; readonly role: Role };
  readonly connection: RoomConnection;
  readonly tracks: Map<CaptureSource, MediaStreamTrack>;
  readonly told: {
    admission: string;
    id: ParticipantId | null;
    link: string;
    facts: Partial<RoomFacts>;
    participants: Map<ParticipantId, Partial<RoomParticipant>>;
    knocks: Map<ParticipantId, RoomKnock>;
    received: Uint8Array[];
    notices: RoomNotice[];
    ended: RoomEnd | null;
    failed: RoomError | null;
  };
  sees(check: (told: Page['told']) => boolean): Promise<void>;
  finds(other: Page): Promise<ParticipantId>;
}

const drawCamera = (): MediaStreamTrack => {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 240;
  const context = canvas.getContext('2d');
  const paint = (): void => {
    if (context === null || track?.readyState === 'ended') return;
    context.fillStyle = `rgb(${Math.floor(performance.now() / 20) % 256} 40 200)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
    setTimeout(paint, 66);
  };
  const [track] = canvas.captureStream(15).getVideoTracks();
  paint();
  if (track === undefined) throw new Error('This browser captures no canvas.');
  return track;
};
const makeSilence = (): MediaStreamTrack => {
  const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
  if (track === undefined) throw new Error('This browser makes no sound.');
  return track;
};

const lay = (told: Page['told'], { link, self, room, participants, knocks }: RoomPatch): void => {
  told.link = link ?? told.link;
  told.admission = self?.admission ?? told.admission;
  told.id = self?.id ?? told.id;
  Object.assign(told.facts, room);
  for (const [key, change] of Object.entries(participants ?? {})) {
    const id = participantId(key);
    if (change === null) told.participants.delete(id);
    else told.participants.set(id, { ...told.participants.get(id), ...change });
  }
  for (const [key, change] of Object.entries(knocks ?? {})) {
    if (change === null) told.knocks.delete(participantId(key));
    else told.knocks.set(participantId(key), change);
  }
};

const pages: Page[] = [];

/** Goes to a room's door, or inside. */
export const openPage = async (
  role: Role,
  visit: OpaqueId,
  {
    adapter = adapterFor(visit),
    signal = new AbortController().signal,
  }: { adapter?: RoomAdapter; signal?: AbortSignal } = {},
): Promise<Page> => {
  const told: Page['told'] = {
    admission: 'outside',
    id: null,
    link: 'up',
    facts: {},
    participants: new Map(),
    knocks: new Map(),
    received: [],
    notices: [],
    ended: null,
    failed: null,
  };
  const tracks: Page['tracks'] = new Map();
  const self = { id: createOpaqueId(crypto), name: createPseudonym(role, crypto), role };
  const connection = await adapter.connect(
    {
      self,
      signal,
      token: () => passOf({ visit, role, sub: self.id, name: self.name, publicJwk: {} }),
      media: {
        wanted: { microphone: true, camera: true },
        open: (source) => {
          const known = tracks.get(source);
          const track = known?.readyState === 'live' ? known : source === 'microphone' ? makeSilence() : drawCamera();
          track.enabled = true;
          tracks.set(source, track);
          return Promise.resolve(track);
        },
        release: (source) => {
          const track = tracks.get(source);
          if (source === 'microphone' && track !== undefined) track.enabled = false;
          else track?.stop();
        },
      },
    },
    {
      patch: (change) => {
        lay(told, change);
      },
      level: () => undefined,
      received: (_from, bytes) => told.received.push(bytes.slice()),
      notice: (notice) => told.notices.push(notice),
      ended: (reason) => {
        told.ended = reason;
      },
      failed: (error) => {
        told.failed = error;
      },
    },
  );
  const sees: Page['sees'] = (check) => eventually(() => check(told));
  const found = (other: Page) => [...told.participants].find(([, { claims }]) => claims?.sub === other.self.id)?.[0];
  const page: Page = {
    self,
    connection,
    tracks,
    told,
    sees,
    finds: async (other) => {
      await sees(() => found(other) !== undefined);
      return found(other) ?? participantId('');
    },
  };
  pages.push(page);
  return page;
};

/** Everybody leaves. */
export const everybodyLeaves = async (): Promise<void> => {
  await Promise.all(pages.splice(0).map(({ connection }) => connection.close('left')));
};

/** The clinician lets somebody in. */
export const admit = async (clinician: Page, other: Page): Promise<void> => {
  await other.connection.perform({ type: 'knock' });
  await clinician.sees(({ knocks }) => [...knocks.values()].some(({ name }) => name === other.self.name));
  const [participant] = [...clinician.told.knocks.values()].filter(({ name }) => name === other.self.name);
  if (participant === undefined) throw new Error('Nobody knocks any more.');
  await clinician.connection.perform({ type: 'admit', participant: participant.id });
  await other.sees(({ admission }) => admission === 'admitted');
};
