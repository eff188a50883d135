import type { DropReason } from '../audit/audit-event.ts';
import type { Environment } from '../contract/environment.ts';
import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { decodeContent, encodeContent, maximumTextBytes, type SealedContent } from './content.ts';
import { decodeEnvelope, encodeKeyAnnouncement, type KeyAnnouncement, type SealedEnvelope } from './envelope-codec.ts';
import { maximumEnvelopeBytes } from './envelope.ts';
import type { ExchangeEvents, MessageSession } from './message-session.ts';
import { createOpener } from './opener.ts';
import { createOwnPass } from './own-pass.ts';
import { split } from './parts.ts';
import { createPeer, type Peer } from './peer.ts';
import { createSendingContext, type SendingContext } from './sealing.ts';
import { verifyAnnouncement, type AnnouncedIdentity } from './verify-announcement.ts';

/** Announcements are repeated after 1, 2, 4 … seconds to somebody who has not proved their key. */
const announcementAttempts = 6;
/** A repeated announcement is answered with ours at most this often, in milliseconds, so that two pages cannot ping-pong. */
const announcementPause = 5000;
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
  { clock, crypto }: Pick<Environment, 'clock' | 'crypto'>,
  session: MessageSession,
  events: ExchangeEvents,
): Exchange => {
  const { keys, identity: self } = session;
  const peers = new Map<ParticipantId, Peer>();
  /** Who somebody was verified as. An id never becomes somebody else, not even after leaving. */
  const boundTo = new Map<ParticipantId, OpaqueId>();
  const received = new Map<OpaqueId, Set<OpaqueId>>();
  const sendingContexts = new Map<string, Promise<SendingContext>>();
  const opener = createOpener(keys, self.visit, crypto);
  const ownPass = createOwnPass(session, clock);
  let closed = false;

  const isHere = (peer: Peer): boolean => !closed && peers.get(peer.id) === peer;
  const drop = (peer: Pick<Peer, 'id'>, reason: DropReason): void => {
    if (!closed) session.onDropped(peer.id, reason);
  };

  const isTaken = (sub: OpaqueId, by: Peer): boolean =>
    sub === self.sub ||
    [...peers.values()].some((peer) => peer !== by && peer.verified && peer.identity?.pass.sub === sub);

  /** Runs after whatever is being sealed for this peer, so that sequence numbers leave in order. */
  const inOrder = <Result>(peer: Peer, job: () => Promise<Result>): Promise<Result> => {
    const result = peer.outbox.then(job);
    peer.outbox = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };

  const contextFor = ({ pass, key }: AnnouncedIdentity): Promise<SendingContext> => {
    const known = sendingContexts.get(pass.thumbprint);
    if (known !== undefined) return known;
    const context = createSendingContext(keys, key, self.visit, crypto);
    sendingContexts.set(pass.thumbprint, context);
    return context;
  };

  const transmit = async (
    peer: Peer,
    to: AnnouncedIdentity,
    message: OpaqueId,
    content: SealedContent,
  ): Promise<void> => {
    const parts = split(encodeContent(content));
    if (parts === null) throw new RoomError('message-too-long');
    const handedOver = await inOrder(peer, async () => {
      const context = await contextFor(to);
      const deliveries: Promise<void>[] = [];
      for (const [part, bytes] of parts.entries()) {
        const header = { sender: self.sub, recipient: to.pass.sub, message, part, parts: parts.length };
        const envelope = await context.seal(header, bytes);
        if (!isHere(peer) || session.claims(peer.id) === null) throw new RoomError('participant-gone');
        // They may have announced another key meanwhile; what was meant for one key goes to no other.
        if (peer.identity !== to) throw new RoomError('message-no-recipient-key');
        deliveries.push(session.deliver(peer.id, envelope));
      }
      return { all: Promise.all(deliveries) };
    });
    await handedOver.all;
  };

  const sayQuietly = (sent: Promise<void>): void => {
    // What is lost here is asked for again: announcements are repeated, texts are retried.
    sent.catch(() => undefined);
  };

  const announce = (peer: Peer): void => {
    peer.announcedAt = clock.now();
    peer.cancelRepeat();
    if (!peer.verified && peer.attempts < announcementAttempts) {
      peer.cancelRepeat = clock.after(1000 * 2 ** peer.attempts, () => {
        if (isHere(peer) && !peer.verified) announce(peer);
      });
      peer.attempts += 1;
    }
    const sent = inOrder(peer, async () => {
      const pass = await ownPass();
      const claims = isHere(peer) ? session.claims(peer.id) : null;
      if (claims === null || claims.role === 'recorder') return;
      await session.deliver(peer.id, encodeKeyAnnouncement(keys.publicKey, pass));
    });
    sayQuietly(sent);
  };

  const sayHello = (peer: Peer, to: AnnouncedIdentity): void => {
    const as = session.selfId?.() ?? null;
    const hello = { type: 'control', control: 'hello', ...(as === null ? {} : { as }) } as const;
    sayQuietly(transmit(peer, to, createOpaqueId(crypto), hello));
  };

  const takeAnnouncement = async (peer: Peer, announcement: KeyAnnouncement): Promise<void> => {
    const claims = session.claims(peer.id);
    if (claims === null) {
      drop(peer, 'unadmitted-sender');
      return;
    }
    const checks = { trust: session.trust, visit: self.visit, now: clock.now(), claims, crypto };
    const identity = await verifyAnnouncement(announcement, checks);
    if (!isHere(peer)) return;
    if (typeof identity === 'string') {
      drop(peer, identity);
      return;
    }
    const { pass } = identity;
    if (isTaken(pass.sub, peer)) {
      // Held until the other one leaves: a page that was reloaded often arrives before its former self is gone.
      peer.held = announcement;
      drop(peer, 'identity-taken');
      return;
    }
    if ((boundTo.get(peer.id) ?? pass.sub) !== pass.sub) {
      drop(peer, 'pass-disagrees-with-room');
      return;
    }
    const known = peer.identity?.pass.sub === pass.sub ? peer.identity.pass : null;
    if (known?.thumbprint === pass.thumbprint) {
      if (known.name !== pass.name || known.role !== pass.role) {
        drop(peer, 'pass-disagrees-with-room');
        return;
      }
      if (clock.now() - peer.announcedAt >= announcementPause) announce(peer);
    } else if (known !== null && pass.issued < known.issued) {
      // An announcement of a key they had before, kept by somebody.
      drop(peer, 'replayed');
      return;
    } else {
      peer.identity = identity;
      if (peer.verified) {
        peer.verified = false;
        events.recipientsChanged();
        session.onUnverified(peer.id);
      }
      peer.attempts = 0;
      announce(peer);
    }
    if (peer.identity !== null) sayHello(peer, peer.identity);
  };

  const takeHello = (peer: Peer, { pass }: AnnouncedIdentity, as: string | undefined): DropReason | null => {
    if (as !== undefined && as !== peer.id) return 'pass-disagrees-with-room';
    if (isTaken(pass.sub, peer)) return 'identity-taken';
    if (peer.verified) return null;
    peer.verified = true;
    peer.cancelRepeat();
    boundTo.set(peer.id, pass.sub);
    events.verified(peer.id, pass);
    session.onVerified(peer.id, pass);
    return null;
  };

  const takeText = (peer: Peer, from: AnnouncedIdentity, message: OpaqueId, text: string): DropReason | null => {
    if (!peer.texts.take(clock.now())) return 'too-many';
    const seen = received.get(from.pass.sub) ?? new Set<OpaqueId>();
    received.set(from.pass.sub, seen);
    if (!seen.has(message)) {
      seen.add(message);
      events.text(peer.id, message, text);
    }
    sayQuietly(transmit(peer, from, createOpaqueId(crypto), { type: 'ack', message }));
    return null;
  };

  const takeContent = (
    peer: Peer,
    from: AnnouncedIdentity,
    message: OpaqueId,
    content: SealedContent,
  ): DropReason | null => {
    if (content.type === 'control') {
      const refused = takeHello(peer, from, content.as);
      if (refused === null) session.onContent?.(peer.id, content);
      return refused;
    }
    if (!peer.verified) return 'no-valid-pass';
    if (content.type === 'text') return takeText(peer, from, message, content.text);
    if (content.type === 'ack') events.acknowledged(peer.id, content.message);
    else session.onContent?.(peer.id, content);
    return null;
  };

  const takeSealed = async (peer: Peer, envelope: SealedEnvelope): Promise<DropReason | null> => {
    if (envelope.recipient !== self.sub) return 'other-recipient';
    const from = peer.identity;
    if (from === null || from.pass.sub !== envelope.sender) return 'no-valid-pass';
    const opened = await opener.open(envelope, from, clock.now());
    if (!isHere(peer)) return null;
    if (typeof opened === 'string') return opened;
    const whole = peer.reassembly.add({ ...envelope, content: opened }, clock.now());
    if (whole === 'incomplete') return null;
    if (typeof whole === 'string') return whole;
    const content = decodeContent(whole);
    if (content === null) return 'malformed';
    return session.claims(peer.id) === null ? 'unadmitted-sender' : takeContent(peer, from, envelope.message, content);
  };

  const take = async (peer: Peer, bytes: Uint8Array): Promise<void> => {
    if (!isHere(peer)) return;
    const envelope = decodeEnvelope(bytes);
    if (envelope.kind === 'refused') {
      drop(peer, envelope.reason);
    } else if (envelope.kind === 'announcement') {
      await takeAnnouncement(peer, envelope);
    } else {
      const reason = await takeSealed(peer, envelope);
      if (reason !== null) drop(peer, reason);
    }
  };

  /** One envelope of a sender after the other, in the order they came. */
  const queue = (peer: Peer, job: () => Promise<void>): void => {
    peer.pending += 1;
    peer.inbox = peer.inbox
      .then(job)
      .catch(() => {
        drop(peer, 'malformed');
      })
      .finally(() => {
        peer.pending -= 1;
      });
  };

  const exchange: Exchange = {
    join(id) {
      if (closed || peers.has(id)) return;
      const peer = createPeer(id);
      peers.set(id, peer);
      announce(peer);
    },
    leave(id) {
      const peer = peers.get(id);
      if (peer === undefined) return;
      peers.delete(id);
      peer.cancelRepeat();
      for (const other of peers.values()) {
        const { held } = other;
        if (held === null) continue;
        other.held = null;
        queue(other, () => (isHere(other) ? takeAnnouncement(other, held) : Promise.resolve()));
      }
    },
    receive(from, bytes) {
      if (closed) return;
      const claims = session.claims(from);
      if (claims === null || claims.role === 'recorder') {
        drop({ id: from }, 'unadmitted-sender');
        return;
      }
      exchange.join(from);
      const peer = peers.get(from);
      if (peer === undefined) return;
      if (bytes.length > maximumEnvelopeBytes) {
        drop(peer, 'malformed');
        return;
      }
      if (peer.pending >= maximumPending || !peer.envelopes.take(clock.now())) {
        // Saying so for each would flood the audit in turn.
        if (peer.droppedTooMany.take(clock.now())) drop(peer, 'too-many');
        return;
      }
      // The adapter may use its buffer again.
      const copy = bytes.slice();
      queue(peer, () => take(peer, copy));
    },
    reannounce(id) {
      const peer = peers.get(id);
      if (peer === undefined || closed) return;
      peer.attempts = 0;
      announce(peer);
    },
    isVerified: (id) => peers.get(id)?.verified === true && session.claims(id) !== null,
    fits: (text) =>
      new TextEncoder().encode(text).length <= maximumTextBytes &&
      split(encodeContent({ type: 'text', text })) !== null,
    async send(to, message, content) {
      const peer = peers.get(to);
      if (peer === undefined || peer.identity === null || !exchange.isVerified(to))
        throw new RoomError('message-no-recipient-key');
      await transmit(peer, peer.identity, message, content);
    },
    close() {
      closed = true;
      for (const peer of peers.values()) peer.cancelRepeat();
      for (const memory of [peers, boundTo, received, sendingContexts]) memory.clear();
    },
  };
  return exchange;
};
