import type { DropReason } from '../audit/audit-event.ts';
import type { Environment } from '../contract/environment.ts';
import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import { decodeContent, type SealedContent } from './content.ts';
import { decodeEnvelope, type KeyAnnouncement, type SealedEnvelope } from './envelope-codec.ts';
import type { ExchangeEvents, MessageSession } from './message-session.ts';
import { createOpener } from './opener.ts';
import type { Outgoing } from './outgoing.ts';
import type { Peer } from './peer.ts';
import { verifyAnnouncement, type AnnouncedIdentity } from './verify-announcement.ts';

/** A repeated announcement is answered with ours at most this often, in milliseconds, so that two pages cannot ping-pong. */
const announcementPause = 5000;

/** What an envelope led to: the reason it was dropped, or null when it counted. */
type Outcome = DropReason | null;

/** What others say to this page. */
export interface Incoming {
  /** Looks at one envelope. Never throws. */
  take(peer: Peer, bytes: Uint8Array): Promise<Outcome>;
  /** Looks again at an announcement that was held. */
  takeAnnouncement(peer: Peer, announcement: KeyAnnouncement): Promise<Outcome>;
}

/** Everything the two sides of an exchange share. */
export interface IncomingParts {
  readonly environment: Pick<Environment, 'clock' | 'crypto'>;
  readonly session: MessageSession;
  readonly events: ExchangeEvents;
  readonly outgoing: Outgoing;
  readonly peers: ReadonlyMap<ParticipantId, Peer>;
  isHere(peer: Peer): boolean;
}

/** Decides what counts: who is who, and which sealed content is theirs. */
export const createIncoming = (exchange: IncomingParts): Incoming => {
  const { session, events, outgoing, peers } = exchange;
  const { clock, crypto } = exchange.environment;
  const self = session.identity;
  const opener = createOpener(session.keys, self.visit, crypto);
  /** Who somebody was verified as. An id never becomes somebody else, not even after leaving. */
  const boundTo = new Map<ParticipantId, OpaqueId>();
  /** The texts of each person that were shown, so that one sent again is shown once. */
  const shown = new Map<OpaqueId, Set<OpaqueId>>();

  const isTaken = (sub: OpaqueId, by: Peer): boolean =>
    sub === self.sub ||
    [...peers.values()].some((peer) => peer !== by && peer.verified && peer.identity?.pass.sub === sub);

  const accept = (peer: Peer, identity: AnnouncedIdentity): void => {
    peer.identity = identity;
    if (peer.verified) {
      peer.verified = false;
      events.recipientsChanged();
      session.onUnverified(peer.id);
    }
    peer.attempts = 0;
    // Before the greeting, which they cannot open without it.
    outgoing.announce(peer);
    outgoing.greet(peer, identity);
  };

  const takeAnnouncement = async (peer: Peer, announcement: KeyAnnouncement): Promise<Outcome> => {
    const claims = session.claims(peer.id);
    if (claims === null) return 'unadmitted-sender';
    const checks = {
      trust: session.trust,
      visit: self.visit,
      now: session.hostTime?.() ?? clock.now(),
      claims,
      crypto,
    };
    const identity = await verifyAnnouncement(announcement, checks);
    if (!exchange.isHere(peer)) return null;
    if (typeof identity === 'string') return identity;
    const { pass } = identity;
    if (isTaken(pass.sub, peer)) {
      // Held until the other one leaves: a page that was reloaded often arrives before its former self is gone.
      peer.held = announcement;
      return 'identity-taken';
    }
    if ((boundTo.get(peer.id) ?? pass.sub) !== pass.sub) return 'pass-disagrees-with-room';
    const known = peer.identity;
    if (known?.pass.sub !== pass.sub) {
      accept(peer, identity);
    } else if (known.pass.thumbprint !== pass.thumbprint) {
      // An announcement of a key they had before, kept by somebody.
      if (pass.issued < known.pass.issued) return 'replayed';
      accept(peer, identity);
    } else if (known.pass.name !== pass.name || known.pass.role !== pass.role) {
      return 'pass-disagrees-with-room';
    } else {
      if (clock.now() - peer.announcedAt >= announcementPause) outgoing.announce(peer);
      outgoing.greet(peer, known);
    }
    return null;
  };

  const takeHello = (peer: Peer, { pass }: AnnouncedIdentity, as: string | undefined): Outcome => {
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

  const takeText = (peer: Peer, from: AnnouncedIdentity, message: OpaqueId, text: string): Outcome => {
    if (!peer.texts.take(clock.now())) return 'too-many';
    const seen = shown.get(from.pass.sub) ?? new Set<OpaqueId>();
    shown.set(from.pass.sub, seen);
    if (!seen.has(message)) {
      seen.add(message);
      events.text(peer.id, message, text);
    }
    outgoing.acknowledge(peer, from, message);
    return null;
  };

  const takeContent = (peer: Peer, from: AnnouncedIdentity, message: OpaqueId, content: SealedContent): Outcome => {
    if (content.type === 'control' && content.control === 'hello') {
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

  const takeSealed = async (peer: Peer, envelope: SealedEnvelope): Promise<Outcome> => {
    if (envelope.recipient !== self.sub) return 'other-recipient';
    const from = peer.identity;
    if (from === null || from.pass.sub !== envelope.sender) return 'no-valid-pass';
    const opened = await opener.open(envelope, from, clock.now());
    if (!exchange.isHere(peer)) return null;
    if (typeof opened === 'string') return opened;
    const whole = peer.reassembly.add({ ...envelope, content: opened }, clock.now());
    if (whole === 'incomplete') return null;
    if (typeof whole === 'string') return whole;
    const content = decodeContent(whole);
    if (content === null) return 'malformed';
    return session.claims(peer.id) === null ? 'unadmitted-sender' : takeContent(peer, from, envelope.message, content);
  };

  return {
    takeAnnouncement,
    async take(peer, bytes) {
      const envelope = decodeEnvelope(bytes);
      if (envelope.kind === 'refused') return envelope.reason;
      if (envelope.kind === 'sealed') return takeSealed(peer, envelope);
      return peer.announcements.take(clock.now()) ? takeAnnouncement(peer, envelope) : 'too-many';
    },
  };
};
