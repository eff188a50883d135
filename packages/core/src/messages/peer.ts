import type { Cancel } from '../contract/environment.ts';
import type { ParticipantId } from '../contract/identity.ts';
import type { KeyAnnouncement } from './envelope-codec.ts';
import { createReassembly, type Reassembly } from './parts.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import type { AnnouncedIdentity } from './verify-announcement.ts';

/** What the exchange knows of one participant while they are here. */
export interface Peer {
  readonly id: ParticipantId;
  /** From their last valid announcement. */
  identity: AnnouncedIdentity | null;
  /** Whether they proved that they hold that identity's key. */
  verified: boolean;
  /** Their announcement, while somebody else here is verified under the same identity. */
  held: KeyAnnouncement | null;
  /** When this page's key was last announced to them, in milliseconds since the epoch. */
  announcedAt: number;
  attempts: number;
  cancelRepeat: Cancel;
  /** Settles when everything before is sealed and handed over; never rejects. */
  outbox: Promise<void>;
  /** Settles when everything before has been looked at; never rejects. */
  inbox: Promise<void>;
  /** How much is waiting in the inbox. */
  pending: number;
  readonly envelopes: RateLimit;
  /** Each costs a signature check and is answered. */
  readonly announcements: RateLimit;
  readonly texts: RateLimit;
  readonly droppedTooMany: RateLimit;
  readonly reassembly: Reassembly;
}

/** Somebody who just joined: nothing is known of them. */
export const createPeer = (id: ParticipantId): Peer => ({
  id,
  identity: null,
  verified: false,
  held: null,
  announcedAt: Number.NEGATIVE_INFINITY,
  attempts: 0,
  cancelRepeat: () => undefined,
  outbox: Promise.resolve(),
  inbox: Promise.resolve(),
  pending: 0,
  // A burst of texts at their longest, with acks and announcements, and room to spare.
  envelopes: createRateLimit({ perSecond: 200, burst: 400 }),
  announcements: createRateLimit({ perSecond: 1, burst: 10 }),
  texts: createRateLimit({ perSecond: 20, burst: 40 }),
  droppedTooMany: createRateLimit({ perSecond: 1, burst: 1 }),
  reassembly: createReassembly(),
});
