import type { RoomError } from '@quietroom/core';
import {
  createOpaqueId,
  createPseudonym,
  type CaptureSource,
  type CloseReason,
  type OpaqueId,
  type ParticipantId,
  type Pseudonym,
  type Role,
  type RoomAction,
  type RoomAdapter,
  type RoomConnection,
  type RoomEnd,
  type RoomNotice,
  type RoomPatch,
} from '@quietroom/core';
import { answerChallenge, createPassKeys } from '@quietroom/core/passes';
import { encodeSealed } from '@quietroom/core/messages';
import type { AdapterUnderTest, PassRequest } from './adapter-under-test.ts';
import { eventually } from './eventually.ts';
import { emptyView, layOver, type PeerView } from './peer-view.ts';
import { attachSight, type Sight } from './sight.ts';
import { createSyntheticMedia, type Colour, type SyntheticMedia } from './synthetic-media.ts';

/** How a peer connects, when not as an honest page would. */
export interface ConnectAs {
  readonly signal?: AbortSignal;
  readonly token?: () => Promise<string>;
  /** Another adapter than the one under test makes for this room. */
  readonly through?: RoomAdapter;
}

/** One person at the contract's level: everything their adapter reported, and everything it can be asked. */
export interface Peer {
  readonly role: Role;
  readonly name: Pseudonym;
  readonly colour: Colour;
  readonly media: SyntheticMedia;
  readonly view: () => PeerView;
  readonly patches: readonly RoomPatch[];
  readonly received: readonly { readonly from: ParticipantId; readonly bytes: Uint8Array }[];
  readonly notices: readonly RoomNotice[];
  readonly ended: () => RoomEnd | null;
  readonly failed: () => RoomError | null;
  readonly id: () => ParticipantId;
  /** A pass for this peer, changed as told. */
  readonly pass: (changes?: Partial<PassRequest>) => Promise<string>;
  readonly connect: (as?: ConnectAs) => Promise<void>;
  readonly perform: (action: RoomAction) => Promise<void>;
  /** Hands over bytes that mean nothing to anybody: the adapter must not care. */
  readonly deliver: (to: ParticipantId, bytes: Uint8Array) => Promise<void>;
  readonly close: (reason?: CloseReason) => Promise<void>;
  /** Waits until what was reported has this look. */
  readonly sees: (what: string, holds: (view: PeerView) => boolean) => Promise<void>;
  readonly isTold: (what: string, holds: (notice: RoomNotice) => boolean) => Promise<void>;
  /** The id under which this peer knows another, waiting for them to be there. */
  readonly finds: (other: Peer) => Promise<ParticipantId>;
  readonly hearsKnockOf: (other: Peer) => Promise<ParticipantId>;
  readonly looksAt: (other: Peer, source: 'camera' | 'screen') => Promise<Sight>;
  readonly listensTo: (other: Peer) => Promise<{ readonly element: HTMLAudioElement; readonly detach: () => void }>;
  /** The level last reported of another, null before the first. */
  readonly hears: (other: ParticipantId) => number | null;
  readonly levelsHeard: () => number;
  readonly sends: (source: CaptureSource) => boolean;
}

/** What a peer is made with. */
export interface PeerOptions {
  readonly subject: AdapterUnderTest;
  readonly visit: OpaqueId;
  readonly role: Role;
  readonly colour: Colour;
  readonly sound: AudioContext;
  readonly wanted?: SyntheticMedia['wanted'];
}

/** Makes the keys and the devices of one person; connects nothing yet. */
export async function createPeer({ subject, visit, role, colour, sound, wanted }: PeerOptions): Promise<Peer> {
  const keys = await createPassKeys(crypto);
  const sub = createOpaqueId(crypto);
  const name = createPseudonym(role, crypto);
  const media = createSyntheticMedia(colour, sound, wanted);
  const patches: RoomPatch[] = [];
  const received: { from: ParticipantId; bytes: Uint8Array }[] = [];
  const notices: RoomNotice[] = [];
  const levels = new Map<ParticipantId, number>();
  let levelsHeard = 0;
  let view = emptyView;
  let ended: RoomEnd | null = null;
  let failed: RoomError | null = null;
  let connection: RoomConnection | null = null;

  const connected = (): RoomConnection => {
    if (connection === null) throw new Error(`${name} has not connected.`);
    return connection;
  };
  const sees: Peer['sees'] = (what, holds) =>
    eventually(
      `${name} sees ${what}`,
      () => holds(view),
      () => view,
    );
  const pass: Peer['pass'] = (changes = {}) =>
    subject.passFor({ visit, role, sub, name, publicJwk: { ...keys.publicJwk }, ...changes });
  const nameOf = (id: ParticipantId) => view.participants[id]?.name;
  const found = (other: Peer) =>
    (Object.keys(view.participants) as ParticipantId[]).find((id) => nameOf(id) === other.name);
  const finds: Peer['finds'] = async (other) => {
    await sees(`${other.name} in the visit`, () => found(other) !== undefined);
    const id = found(other);
    if (id === undefined) throw new Error(`${other.name} is gone again.`);
    return id;
  };

  return {
    role,
    name,
    colour,
    media,
    view: () => view,
    patches,
    received,
    notices,
    ended: () => ended,
    failed: () => failed,
    id: () => {
      if (view.self.id === null) throw new Error(`${name} was not told their own id.`);
      return view.self.id;
    },
    pass,
    connect: async ({ signal = new AbortController().signal, token = () => pass(), through } = {}) => {
      view = emptyView;
      connection = await (through ?? subject.createAdapter(visit)).connect(
        {
          self: { id: sub, name, role },
          media,
          token,
          proof: {
            publicKey: keys.publicKey,
            answer: (challengeKey, nonce) => answerChallenge(keys, challengeKey, nonce, crypto),
          },
          signal,
        },
        {
          patch: (change) => {
            patches.push(change);
            view = layOver(view, change);
          },
          level: (id, level) => {
            levelsHeard += 1;
            levels.set(id, level);
          },
          received: (from, bytes) => {
            received.push({ from, bytes: bytes.slice() });
          },
          notice: (notice) => {
            notices.push(notice);
          },
          ended: (reason) => {
            ended = reason;
          },
          failed: (error) => {
            failed = error;
          },
        },
      );
    },
    perform: (action) => connected().perform(action),
    deliver: (to, bytes) => connected().deliver(to, encodeSealed(bytes, new Uint8Array())),
    close: async (reason = 'left') => {
      await connection?.close(reason);
    },
    sees,
    isTold: (what, holds) =>
      eventually(
        `${name} is told ${what}`,
        () => notices.some(holds),
        () => notices,
      ),
    finds,
    hearsKnockOf: async (other) => {
      const knocking = () => Object.values(view.knocks).find((knock) => knock.name === other.name);
      await sees(`${other.name} at the door`, () => knocking() !== undefined);
      const knock = knocking();
      if (knock === undefined) throw new Error(`${other.name} is gone again.`);
      return knock.id;
    },
    looksAt: async (other, source) => {
      const id = await finds(other);
      await sees(`the ${source} of ${other.name}`, () => view.participants[id]?.[source]?.sending === true);
      const track = view.participants[id]?.[source];
      if (!track) throw new Error(`The ${source} of ${other.name} is gone again.`);
      return attachSight(connected(), track.id);
    },
    listensTo: async (other) => {
      const id = await finds(other);
      await sees(`the microphone of ${other.name}`, () => view.participants[id]?.microphone?.sending === true);
      const track = view.participants[id]?.microphone;
      if (!track) throw new Error(`The microphone of ${other.name} is gone again.`);
      const element = new Audio();
      element.autoplay = true;
      return { element, detach: connected().attach(track.id, element) };
    },
    hears: (other) => levels.get(other) ?? null,
    levelsHeard: () => levelsHeard,
    sends: (source) => view.self.sending[source],
  };
}
