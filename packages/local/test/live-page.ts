import {
  browserEnvironment,
  createOpaqueId,
  createPseudonym,
  createVisitMedia,
  type Environment,
  type OpaqueId,
  type ParticipantId,
  type Role,
  type RoomConnection,
  type RoomEnd,
  type RoomError,
  type RoomNotice,
  type RoomParticipant,
  type RoomPatch,
  type VisitMedia,
} from '@quietroom/core';
import { answerChallenge, createPassKeys } from '@quietroom/core/passes';
import { local } from '@quietroom/local';
import { inject, vi } from 'vitest';
import type { PassOrder } from './relay-server.ts';

/** What somebody's adapter has told so far, put together. */
export interface Told {
  link: RoomPatch['link'];
  self: NonNullable<RoomPatch['self']>;
  participants: Partial<Record<ParticipantId, Partial<RoomParticipant>>>;
  knocks: NonNullable<RoomPatch['knocks']>;
  activeSpeaker: ParticipantId | null;
}

/** A page with the real adapter, real devices as the browser fakes them, and everything it was told. */
export interface LivePage {
  readonly id: ParticipantId;
  readonly media: VisitMedia;
  readonly connection: RoomConnection;
  readonly told: Told;
  readonly patches: RoomPatch[];
  readonly notices: RoomNotice[];
  readonly received: { from: ParticipantId; bytes: Uint8Array }[];
  readonly levels: number[];
  readonly over: { ended: RoomEnd | null; failed: RoomError | null };
  /** Waits until what was told looks like this. */
  sees(check: (told: Told) => boolean): Promise<void>;
  close(): Promise<void>;
}

export const clinicUrl = (): string => inject('clinicUrl');
export const cutRelay = () => fetch(`${clinicUrl()}/cut`, { method: 'POST' });
/** Starts the relay anew: it remembers nobody. */
export const forgetRelay = () => fetch(`${clinicUrl()}/forget`, { method: 'POST' });
export const restoreRelay = () => fetch(`${clinicUrl()}/restore`, { method: 'POST' });

/** A visit pass of the suite's server. */
export const orderPass = async (order: PassOrder): Promise<string> =>
  (await fetch(`${clinicUrl()}/pass`, { method: 'POST', body: JSON.stringify(order) })).text();

/** Waits for a fact, looking twenty times a second. */
export const eventually = (check: () => boolean, within = 10_000): Promise<void> =>
  vi.waitUntil(check, { timeout: within, interval: 50 }).then(() => undefined);

/** Enters a room. */
export const openPage = async (
  role: Role,
  room: OpaqueId,
  environment: Pick<Environment, 'clock' | 'crypto'> = browserEnvironment(),
): Promise<LivePage> => {
  const keys = await createPassKeys(crypto);
  const sub = createOpaqueId(crypto);
  const name = createPseudonym(role, crypto);
  const media = createVisitMedia(browserEnvironment());
  const told: Told = { link: 'up', self: {}, participants: {}, knocks: {}, activeSpeaker: null };
  const patches: RoomPatch[] = [];
  const notices: RoomNotice[] = [];
  const received: LivePage['received'] = [];
  const levels: number[] = [];
  const over: LivePage['over'] = { ended: null, failed: null };

  const take = (patch: RoomPatch): void => {
    patches.push(patch);
    told.link = patch.link ?? told.link;
    told.self = { ...told.self, ...patch.self };
    if (patch.activeSpeaker !== undefined) told.activeSpeaker = patch.activeSpeaker;
    for (const [key, change] of Object.entries(patch.participants ?? {})) {
      const id = key as ParticipantId;
      if (change === null)
        told.participants = Object.fromEntries(Object.entries(told.participants).filter(([k]) => k !== id));
      else told.participants = { ...told.participants, [id]: { ...told.participants[id], ...change } };
    }
    told.knocks = Object.fromEntries(
      Object.entries({ ...told.knocks, ...patch.knocks }).filter(([, knock]) => knock !== null),
    );
  };
  const connection = await local({ url: `${clinicUrl()}/relay`, room, environment }).connect(
    {
      self: { id: sub, name, role },
      media,
      token: () => orderPass({ visit: room, role, sub, name, publicJwk: { ...keys.publicJwk } }),
      proof: {
        publicKey: keys.publicKey,
        answer: (challengeKey, nonce) => answerChallenge(keys, challengeKey, nonce, crypto),
      },
      signal: new AbortController().signal,
    },
    {
      patch: take,
      level: (_id, level) => {
        levels.push(level);
      },
      received: (from, bytes) => {
        received.push({ from, bytes });
      },
      notice: (notice) => {
        notices.push(notice);
      },
      ended: (reason) => {
        over.ended = reason;
      },
      failed: (error) => {
        over.failed = error;
      },
    },
  );
  const { id } = told.self;
  if (id === undefined || id === null) throw new Error('connect resolved before the page knew its own id.');
  return {
    id,
    media,
    connection,
    told,
    patches,
    notices,
    received,
    levels,
    over,
    sees: (check) => eventually(() => check(told), 15_000),
    async close() {
      await connection.close('left');
      media.close();
    },
  };
};

/** A clinician and a patient inside, both quiet. */
export const openVisit = async (
  environments: {
    clinician?: Pick<Environment, 'clock' | 'crypto'>;
    patient?: Pick<Environment, 'clock' | 'crypto'>;
  } = {},
): Promise<{ room: OpaqueId; clinician: LivePage; patient: LivePage }> => {
  const room = createOpaqueId(crypto);
  const clinician = await openPage('clinician', room, environments.clinician);
  const patient = await openPage('patient', room, environments.patient);
  await patient.connection.perform({ type: 'knock' });
  await clinician.sees(({ knocks }) => knocks[patient.id] !== undefined);
  await clinician.connection.perform({ type: 'admit', participant: patient.id });
  await patient.sees(({ self }) => self.admission === 'admitted');
  return { room, clinician, patient };
};
