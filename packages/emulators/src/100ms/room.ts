import { randomBytes, randomUUID } from 'node:crypto';
import type { HMSRole } from '@100mslive/hms-video-store';
import type { Peer } from './peer.ts';
import { Sfu } from './sfu/sfu.ts';
import type { Ledger } from './ledger.ts';
import type {
  HlsVariant,
  Pushes,
  PushName,
  RoomState,
  Running,
  TrackState,
  TrackStates,
  Transcription,
} from './wire.ts';
import { visitTemplate, type Template } from './visit-template.ts';

/** How a room is made. */
export interface RoomOptions {
  /** Its id: 24 hexadecimal digits. Random when left out. */
  readonly id?: string;
  readonly name?: string;
  readonly template?: Template;
  /** Whether the workspace is one for health information. Default true. */
  readonly hipaa?: boolean;
  /** Whether a bucket of the customer's is configured, without which a workspace for health information records nothing. Default false. */
  readonly storage?: boolean;
  /** Whether those who preview are told what goes on in the room. Default false, as in a template for visits. */
  readonly previewState?: boolean;
  /** Further flags of the workspace, such as `publishStats`. */
  readonly flags?: readonly string[];
}

const off: Running = { enabled: false, state: 'none' };

/** One room: who is in it and what is switched on in it. */
export class Room {
  readonly id: string;
  readonly name: string;
  readonly template: Template;
  readonly hipaa: boolean;
  readonly storage: boolean;
  readonly previewState: boolean;
  readonly flags: readonly string[];
  /** Everybody with a line, the previewing included, and telephones. */
  readonly peers = new Map<string, Peer>();
  readonly sfu: Sfu;
  /** No one gets in any more. */
  closed = false;
  recording: RoomState['recording'] = { sfu: off, browser: off, hls: off };
  rtmp: Running = off;
  hls: readonly HlsVariant[] = [];
  transcription: Transcription | null = null;
  #session = { id: randomUUID(), startedAt: Date.now() };

  constructor(options: RoomOptions, ledger: Ledger) {
    this.id = options.id ?? randomBytes(12).toString('hex');
    this.name = options.name ?? randomUUID();
    this.template = options.template ?? visitTemplate();
    this.hipaa = options.hipaa ?? true;
    this.storage = options.storage ?? false;
    this.previewState = options.previewState ?? false;
    this.flags = options.flags ?? [];
    this.sfu = new Sfu(this, ledger);
  }

  /** Those who have joined. */
  get joined(): readonly Peer[] {
    return [...this.peers.values()].filter(({ joinedAt }) => joinedAt !== null);
  }

  /** The role of this name. @throws RangeError for one the template does not have */
  role(name: string): HMSRole {
    const role = this.template.roles[name];
    if (!role) throw new RangeError(`The template has no role ${name}.`);
    return role;
  }

  /** Somebody who has joined. */
  find(id: string): Peer | undefined {
    const peer = this.peers.get(id);
    return peer && peer.joinedAt !== null ? peer : undefined;
  }

  /** Whether somebody's role may send this. */
  maySend(peer: Peer, { type, source }: Pick<TrackState, 'type' | 'source'>): boolean {
    return this.role(peer.role).publishParams.allowed.includes(source === 'screen' ? 'screen' : type);
  }

  /** Tells everybody who has joined, except one if named. */
  tell<Name extends PushName>(except: Peer | null, method: Name, params: Pushes[Name]): void {
    for (const peer of this.joined) if (peer !== except) peer.push(method, params);
  }

  /** Tells somebody their role and what every role may do. */
  tellPolicy(peer: Peer): void {
    const { id, roles, captioners } = this.template;
    peer.push('on-policy-change', {
      name: peer.role,
      known_roles: roles,
      plugins: { transcriptions: [{ mode: 'caption', permissions: { admin: captioners } }] },
      template_id: id,
      app_data: {},
    });
  }

  /** Tells somebody who is there and what is on. */
  tellState(peer: Peer): void {
    const peers = Object.fromEntries(this.joined.map((one) => [one.id, one.describeFully()]));
    peer.push('peer-list', { peers, room: this.describe() });
  }

  /** Puts somebody in and tells the others. */
  enter(peer: Peer): void {
    if (this.joined.length === 0) this.#session = { id: randomUUID(), startedAt: Date.now() };
    this.peers.set(peer.id, peer);
    peer.joinedAt = Date.now();
    this.tell(peer, 'on-peer-join', peer.describeFully());
  }

  /** Takes somebody out and tells those who stay. */
  leave(peer: Peer): void {
    if (!this.peers.delete(peer.id)) return;
    const wasIn = peer.joinedAt !== null;
    const left = peer.describeFully();
    peer.joinedAt = null;
    peer.media?.close();
    peer.media = null;
    if (!wasIn) return;
    this.sfu.forget(peer);
    if (peer.tracks.size > 0) this.tell(null, 'on-track-remove', { tracks: left.tracks, peer: peer.describe() });
    peer.tracks.clear();
    this.tell(null, 'on-peer-leave', left);
    this.tellCount();
    if (this.joined.length === 0) this.#rest();
  }

  /** Tells everybody how many they are. */
  tellCount(): void {
    this.tell(null, 'session-info', {
      session_id: this.#session.id,
      room_id: this.id,
      peer_count: this.joined.length,
      track_count: this.joined.reduce((sum, { tracks }) => sum + tracks.size, 0),
    });
  }

  /** Gives somebody another role and tells everybody. What it may no longer send or see ends. */
  changeRole(peer: Peer, role: string): void {
    peer.role = this.role(role).name;
    this.tellPolicy(peer);
    this.tell(null, 'on-peer-update', peer.describeFully());
    const unlicensed = [...peer.tracks.values()].filter((track) => !this.maySend(peer, track));
    this.withdraw(
      peer,
      unlicensed.map(({ track_id }) => track_id),
    );
    this.sfu.arrange();
  }

  /** Ends tracks of somebody's and tells the others. */
  withdraw(peer: Peer, trackIds: readonly string[]): void {
    const gone: TrackStates = Object.fromEntries(
      trackIds.flatMap((id) => {
        const track = peer.tracks.get(id);
        return track ? [[id, track]] : [];
      }),
    );
    for (const id of trackIds) peer.tracks.delete(id);
    if (Object.keys(gone).length > 0) this.tell(peer, 'on-track-remove', { tracks: gone, peer: peer.describe() });
  }

  /** What is switched on, as it is told. */
  describe(): RoomState {
    const enabled = this.hls.some(({ state }) => state === 'started');
    return {
      name: this.name,
      session_id: this.#session.id,
      started_at: this.#session.startedAt,
      recording: this.recording,
      streaming: { enabled: enabled || this.rtmp.enabled, rtmp: this.rtmp, hls: { enabled, variants: this.hls } },
      transcriptions: this.transcription ? [this.transcription] : [],
    };
  }

  /** Nobody is left, and so nothing is on. */
  #rest(): void {
    this.recording = { sfu: off, browser: off, hls: off };
    this.rtmp = off;
    this.hls = [];
    this.transcription = null;
  }
}
