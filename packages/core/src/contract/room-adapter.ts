import type { Envelope } from '../messages/envelope.ts';
import type { ConnectionReport } from './connection-report.ts';
import type { OpaqueId, ParticipantId, Pseudonym, Role, TrackId } from './identity.ts';
import type { AdapterRule } from '../policy/rule.ts';
import type { CaptureSource, RoomAction, RoomActionType } from './room-action.ts';
import type { RoomError } from './room-error.ts';
import type { RoomNotice, RoomPatch } from './room-patch.ts';

/** How long a provider keeps something, as one of its own pages says it. */
export interface Kept {
  readonly what: 'recording' | 'transcription' | 'captions';
  /** 0 when nothing is kept. */
  readonly days: number;
  /** Where it was read. */
  readonly source: string;
}

/** What an adapter says about itself, shown in Visit safety. */
export interface Manifest {
  /**
   * Who runs what carries the visit. A vendor's needs an agreement before real patients, the host's own somebody who
   * answers for it. Left out means a vendor.
   */
  readonly operatedBy?: 'host' | 'vendor';
  /**
   * Where it was read that this provider may carry health information, and on which day. Left out means that nobody
   * has looked, which keeps real patients out.
   */
  readonly eligibility?: { readonly says: string; readonly source: string; readonly on: string };
  /** The vendor's SDK and the lowest version this adapter was verified with; `null` when the browser is the SDK. */
  readonly sdk: { readonly name: string; readonly minimumVersion: string } | null;
  /** What was verified, and by which check. */
  readonly verified: readonly { readonly what: string; readonly check: string }[];
  /**
   * How long the provider keeps what was recorded, written down or captioned. Where its pages contradict each other all
   * of them are here; people are told the longest. What is left out is not known, and people are told that.
   */
  readonly keeps?: readonly Kept[];
  /** What is not known or not promised. */
  readonly unknown: readonly string[];
  /**
   * Who refuses each privileged command if this page's code is replaced by a hostile one. `nobody` is said out loud.
   */
  readonly enforcedBy: Partial<Record<RoomActionType, 'relay' | 'vendor' | 'receiver' | 'nobody'>>;
}

/**
 * The devices, lent to an adapter by core. Core owns every capture track: it opens them, keeps the person's device
 * choice, and stops all of them when the visit ends, whatever the adapter does.
 */
export interface MediaSource {
  /** What the person chose in the readiness check: which sources `publish` sends. */
  readonly wanted: { readonly microphone: boolean; readonly camera: boolean };
  /**
   * The live track of a source, opening the device if need be. Always call it again before sending: the track may have
   * ended since. @throws RoomError with a `device-*` or `screen-share-*` code.
   */
  open(source: CaptureSource): Promise<MediaStreamTrack>;
  /**
   * The adapter no longer sends this source. Core turns the camera and the screen capture off at once and keeps a
   * silent microphone at hand, so that unmuting asks for no permission.
   */
  release(source: CaptureSource): void;
}

/** The proof that this page holds the key its visit pass names. */
export interface KeyProof {
  /** The page's own public key, raw uncompressed P-256 (65 bytes). */
  readonly publicKey: Uint8Array;
  /**
   * Answers a challenge: HMAC-SHA-256 over `nonce` and both public keys, under a key derived from the ECDH secret of
   * this page's key and `challengeKey` (raw P-256): see `answerChallenge`.
   * Only the holder of the private key can.
   */
  answer(challengeKey: Uint8Array, nonce: Uint8Array): Promise<Uint8Array>;
}

/** What core hands an adapter to connect with. No name, no text, nothing about a person. */
export interface ConnectRequest {
  readonly self: { readonly id: OpaqueId; readonly name: Pseudonym; readonly role: Role };
  readonly media: MediaSource;
  /** The token to enter with, asked again whenever one is needed. For `local` it is the visit pass. */
  token(): Promise<string>;
  /** Present when the visit has a pass. */
  readonly proof?: KeyProof;
  /** Aborts the attempt. After it the adapter must leave nothing behind. */
  readonly signal: AbortSignal;
}

/** Why a connection is being closed; adapters may tell the room, never the person's words. */
export type CloseReason = 'left' | 'cancelled' | 'refused' | 'failed' | 'ended' | 'page-closed';

/** Why a room ended the visit for this page. */
export type RoomEnd = 'declined' | 'removed' | 'ended-for-everyone' | 'replaced';

/** How an adapter reports upwards. Calls after `close` has resolved are ignored by core. */
export interface RoomReport {
  patch(change: RoomPatch): void;
  /** How loud somebody is, on the scale of `levelOfAmplitude`, at most 10 times a second. Never enters the store. */
  level(id: ParticipantId, level: number): void;
  /** Bytes somebody delivered to this page alone. Core decides whether they are an envelope. */
  received(from: ParticipantId, envelope: Uint8Array): void;
  notice(notice: RoomNotice): void;
  /** The room ended the visit for this page. Nothing may follow. */
  ended(reason: RoomEnd): void;
  /** The connection is beyond repair. Nothing may follow. */
  failed(error: RoomError): void;
}

/** One adapter's link to one room. */
export interface RoomConnection {
  /** Carries out one action that the policy gate has let through. @throws RoomError */
  perform(action: RoomAction): Promise<void>;
  /** Hands one envelope to one participant. There is no other way to send. @throws RoomError */
  deliver(to: ParticipantId, envelope: Envelope): Promise<void>;
  /** Shows or plays a remote track in an element until the returned function is called. */
  attach(track: TrackId, element: HTMLMediaElement): () => void;
  /** Ends the link from any state. Idempotent. Afterwards no socket, track, timer or listener of the adapter lives. */
  close(reason: CloseReason): Promise<void>;
}

/** A provider behind the contract. Creating one does nothing: no request is made before `connect`. */
export interface RoomAdapter {
  /** `local`, `whereby`, `100ms` … */
  readonly provider: string;
  readonly manifest: Manifest;
  /**
   * What names the room to whoever runs it, without the server's own address. Looked at for identifiers before any
   * contact.
   */
  readonly reference?: string;
  /** The actions this adapter can carry out. What is not here is refused before it is asked. */
  readonly capabilities: ReadonlySet<RoomActionType>;
  /** The rows this provider adds to the table of rules: what only its own facts can show. */
  readonly rules?: readonly AdapterRule[];
  /**
   * Opens a quiet connection: nothing is published, attached or announced until core asks.
   * Resolves once `self.id` and `self.admission` were reported. @throws RoomError
   */
  connect(request: ConnectRequest, report: RoomReport): Promise<RoomConnection>;
  /**
   * Fetches the adapter's own code from where the page came from, and contacts nobody else: called while nothing is going
   * on, before somebody joins. Left out by adapters whose code brings a vendor's along.
   */
  preload?(): void;
  /**
   * Tries the way to the room without entering it, sending nothing of this page or its person. Called only when somebody
   * presses “Test connection”. Left out where a provider cannot be tried without being told who comes.
   * @throws RoomError `cancelled` when the signal aborts
   */
  probe?(signal: AbortSignal): Promise<ConnectionReport>;
}
