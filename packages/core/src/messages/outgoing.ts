import type { Environment } from '../contract/environment.ts';
import type { OpaqueId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { encodeContent, type SealedContent } from './content.ts';
import { encodeKeyAnnouncement } from './envelope-codec.ts';
import type { MessageSession } from './message-session.ts';
import { createOwnPass } from './own-pass.ts';
import { split } from './parts.ts';
import type { Peer } from './peer.ts';
import { createSendingContext, type SendingContext } from './sealing.ts';
import type { AnnouncedIdentity } from './verify-announcement.ts';

/** Announcements are repeated after 1, 2, 4 … seconds to somebody who has not proved their key. */
const announcementAttempts = 6;

/** What this page says to others. */
export interface Outgoing {
  /** Announces this page's key, and again until they have proved theirs or it is hopeless. */
  announce(peer: Peer): void;
  /** Proves to them that this page holds its key. */
  greet(peer: Peer, to: AnnouncedIdentity): void;
  /** Confirms a text of theirs. */
  acknowledge(peer: Peer, to: AnnouncedIdentity, message: OpaqueId): void;
  /**
   * Seals for this identity and no other; resolves when the room has taken all of it.
   * @throws RoomError `participant-gone` | `message-*`, or what the room threw.
   */
  transmit(peer: Peer, to: AnnouncedIdentity, message: OpaqueId, content: SealedContent): Promise<void>;
}

/** @param isHere whether a peer still belongs to the exchange. */
export const createOutgoing = (
  { clock, crypto }: Pick<Environment, 'clock' | 'crypto'>,
  session: MessageSession,
  isHere: (peer: Peer) => boolean,
): Outgoing => {
  const { keys, identity: self } = session;
  const ownPass = createOwnPass(session, clock);
  const contexts = new Map<string, Promise<SendingContext>>();

  /** Runs after whatever is being sealed for this peer, so that sequence numbers leave in order. */
  const inOrder = <Result>(peer: Peer, job: () => Promise<Result>): Promise<Result> => {
    const result = peer.outbox.then(job);
    peer.outbox = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };

  /** What is lost here is asked for again: announcements are repeated, texts are retried. */
  const quietly = (sent: Promise<void>): void => {
    sent.catch(() => undefined);
  };

  /** One context per key for the whole session, also when they leave and come back with it. */
  const contextFor = ({ pass, key }: AnnouncedIdentity): Promise<SendingContext> => {
    const known = contexts.get(pass.thumbprint);
    if (known !== undefined) return known;
    const context = createSendingContext(keys, key, self.visit, crypto);
    contexts.set(pass.thumbprint, context);
    return context;
  };

  const outgoing: Outgoing = {
    announce(peer) {
      peer.announcedAt = clock.now();
      peer.cancelRepeat();
      if (!peer.verified && peer.attempts < announcementAttempts) {
        peer.cancelRepeat = clock.after(1000 * 2 ** peer.attempts, () => {
          if (isHere(peer) && !peer.verified) outgoing.announce(peer);
        });
        peer.attempts += 1;
      }
      const sent = inOrder(peer, async () => {
        const pass = await ownPass();
        const claims = isHere(peer) ? session.claims(peer.id) : null;
        if (claims === null || claims.role === 'recorder') return;
        await session.deliver(peer.id, encodeKeyAnnouncement(keys.publicKey, pass));
      });
      quietly(sent);
    },
    greet(peer, to) {
      const as = session.selfId?.() ?? null;
      const hello = { type: 'control', control: 'hello', ...(as === null ? {} : { as }) } as const;
      quietly(outgoing.transmit(peer, to, createOpaqueId(crypto), hello));
    },
    acknowledge(peer, to, message) {
      quietly(outgoing.transmit(peer, to, createOpaqueId(crypto), { type: 'ack', message }));
    },
    async transmit(peer, to, message, content) {
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
          const delivery = session.deliver(peer.id, envelope);
          // Looked at below, all together; until then a rejection has nobody to tell.
          quietly(delivery);
          deliveries.push(delivery);
        }
        return { all: Promise.all(deliveries) };
      });
      await handedOver.all;
    },
  };
  return outgoing;
};
