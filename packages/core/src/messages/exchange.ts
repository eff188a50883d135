import type { DropReason } from '../audit/audit-event.ts';
import type { Environment } from '../contract/environment.ts';
import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import { encodeContent, maximumTextBytes, type SealedContent } from './content.ts';
import { maximumEnvelopeBytes } from './envelope.ts';
import { createIncoming } from './incoming.ts';
import type { ExchangeEvents, MessageSession } from './message-session.ts';
import { createOutgoing } from './outgoing.ts';
import { split } from './parts.ts';
import { createPeer, type Peer } from './peer.ts';

/** How many envelopes of one sender may wait to be opened. */
const maximumPending = 256;

/** The part of the engine that announces, verifies, seals and opens. Loaded when a visit is joined. */
export interface Exchange {
  join(id: ParticipantId): void;
  leave(id: ParticipantId): void;
  receive(from: ParticipantId, bytes: Uint8Array): void;
  reannounce(id: ParticipantId): void;
  isVerified(id: ParticipantId): boolean;
  /** Whether a text fits a message. */
  fits(text: string): boolean;
  /** Seals for a verified participant; resolves when the room has taken all of it. @throws RoomError */
  send(to: ParticipantId, message: OpaqueId, content: SealedContent): Promise<void>;
  /** Ends it: no timer, no key and no further call remains. */
  close(): void;
}

/** Begins exchanging announcements and sealed messages for one session. */
export const createExchange = (
  environment: Pick<Environment, 'clock' | 'crypto'>,
  session: MessageSession,
  events: ExchangeEvents,
): Exchange => {
  const { clock } = environment;
  const peers = new Map<ParticipantId, Peer>();
  let closed = false;

  const isHere = (peer: Peer): boolean => !closed && peers.get(peer.id) === peer;
  const outgoing = createOutgoing(environment, session, isHere);
  const incoming = createIncoming({ environment, session, events, outgoing, peers, isHere });

  const drop = (id: ParticipantId, reason: DropReason): void => {
    if (!closed) session.onDropped(id, reason);
  };

  /** One envelope of a sender after the other, in the order they came. */
  const queue = (peer: Peer, look: () => Promise<DropReason | null>): void => {
    const job = async (): Promise<void> => {
      try {
        const reason = isHere(peer) ? await look() : null;
        if (reason !== null) drop(peer.id, reason);
      } catch {
        drop(peer.id, 'malformed');
      } finally {
        peer.pending -= 1;
      }
    };
    peer.pending += 1;
    peer.inbox = peer.inbox.then(job);
  };

  const join = (id: ParticipantId): Peer => {
    const known = peers.get(id);
    if (known !== undefined) return known;
    const peer = createPeer(id);
    peers.set(id, peer);
    outgoing.announce(peer);
    return peer;
  };

  const isVerified = (id: ParticipantId): boolean => peers.get(id)?.verified === true && session.claims(id) !== null;

  return {
    isVerified,
    join(id) {
      if (!closed) join(id);
    },
    leave(id) {
      peers.get(id)?.cancelRepeat();
      if (!peers.delete(id)) return;
      for (const other of peers.values()) {
        const { held } = other;
        if (held === null) continue;
        other.held = null;
        queue(other, () => incoming.takeAnnouncement(other, held));
      }
    },
    receive(from, bytes) {
      if (closed) return;
      const claims = session.claims(from);
      if (claims === null || claims.role === 'recorder') {
        drop(from, 'unadmitted-sender');
        return;
      }
      const peer = join(from);
      if (peer.pending >= maximumPending || !peer.envelopes.take(clock.now())) {
        // Saying so for each would flood the audit in turn.
        if (peer.droppedTooMany.take(clock.now())) drop(from, 'too-many');
        return;
      }
      if (bytes.length > maximumEnvelopeBytes) {
        drop(from, 'malformed');
        return;
      }
      // The adapter may use its buffer again.
      const copy = bytes.slice();
      queue(peer, () => incoming.take(peer, copy));
    },
    reannounce(id) {
      const peer = peers.get(id);
      if (peer === undefined || closed) return;
      peer.attempts = 0;
      outgoing.announce(peer);
    },
    fits: (text) =>
      new TextEncoder().encode(text).length <= maximumTextBytes &&
      split(encodeContent({ type: 'text', text })) !== null,
    async send(to, message, content) {
      const peer = isVerified(to) ? peers.get(to) : undefined;
      if (peer?.identity === undefined || peer.identity === null) throw new RoomError('message-no-recipient-key');
      await outgoing.transmit(peer, peer.identity, message, content);
    },
    close() {
      closed = true;
      for (const peer of peers.values()) peer.cancelRepeat();
      peers.clear();
    },
  };
};
