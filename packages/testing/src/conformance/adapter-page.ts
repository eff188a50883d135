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

/** Waits for a fact, looking twenty times a second. @throws what Vitest throws when it does not come true `within` milliseconds */
export const eventually = (check: () => boolean | Promise<boolean>, within = 10_000): Promise<void> =>
  vi.waitUntil(check, { timeout: within, interval: 50 }).then(() => undefined);

/** A page with an adapter, drawn devices, and everything the adapter told it: for an adapter's own tests, beside the suite. */
export interface AdapterPage {
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
  sees(check: (told: AdapterPage['told']) => boolean): Promise<void>;
  finds(other: AdapterPage): Promise<ParticipantId>;
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

const lay = (told: AdapterPage['told'], { link, self, room, participants, knocks }: RoomPatch): void => {
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

const pages: AdapterPage[] = [];

/** How a page goes to the door, when not as everybody does. */
export interface OpenPageOptions {
  readonly signal?: AbortSignal;
  /** The visit pass, or what stands in for one where the adapter asks for none. */
  readonly token?: (self: AdapterPage['self']) => Promise<string>;
  /** What opening a device comes to. */
  readonly opening?: () => Promise<never>;
}

/** Goes to a room's door, or inside. */
export const openPage = async (
  role: Role,
  adapter: RoomAdapter,
  { signal = new AbortController().signal, token = () => Promise.resolve(''), opening }: OpenPageOptions = {},
): Promise<AdapterPage> => {
  const told: AdapterPage['told'] = {
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
  const tracks: AdapterPage['tracks'] = new Map();
  const self = { id: createOpaqueId(crypto), name: createPseudonym(role, crypto), role };
  const connection = await adapter.connect(
    {
      self,
      signal,
      token: () => token(self),
      media: {
        wanted: { microphone: true, camera: true },
        open: (source) => {
          if (opening !== undefined) return opening();
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
  const sees: AdapterPage['sees'] = (check) => eventually(() => check(told));
  const found = (other: AdapterPage) =>
    [...told.participants].find(([, { claims }]) => claims?.sub === other.self.id)?.[0];
  const page: AdapterPage = {
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
export const admit = async (clinician: AdapterPage, other: AdapterPage): Promise<void> => {
  await other.connection.perform({ type: 'knock' });
  await clinician.sees(({ knocks }) => [...knocks.values()].some(({ name }) => name === other.self.name));
  const [participant] = [...clinician.told.knocks.values()].filter(({ name }) => name === other.self.name);
  if (participant === undefined) throw new Error('Nobody knocks any more.');
  await clinician.connection.perform({ type: 'admit', participant: participant.id });
  await other.sees(({ admission }) => admission === 'admitted');
};
