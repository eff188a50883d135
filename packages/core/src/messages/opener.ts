import type { DropReason } from '../audit/audit-event.ts';
import type { Environment } from '../contract/environment.ts';
import type { OpaqueId } from '../contract/identity.ts';
import { toBase64url } from '../display-name/base64url.ts';
import type { PassKeys } from '../display-name/pass-keys.ts';
import type { SealedEnvelope } from './envelope-codec.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { deriveOpeningKey, openSealed } from './sealing.ts';
import type { AnnouncedIdentity } from './verify-announcement.ts';

/** How many contexts one key may open towards this page; an honest page needs one. */
const contextsPerKey = 16;

interface OpeningContext {
  readonly key: CryptoKey;
  lastSequence: number;
}

interface SenderKey {
  readonly contexts: Map<string, OpeningContext>;
  /** Setting up a context costs a hundred times what opening a message does. */
  readonly setups: RateLimit;
}

/** Opens envelopes, each at most once. */
export interface Opener {
  /** The content of one part, or why it is thrown away. */
  open(envelope: SealedEnvelope, sender: AnnouncedIdentity, now: number): Promise<Uint8Array | DropReason>;
}

/**
 * Remembers, for as long as the session lasts, the last sequence of every context of every key, whoever in the room it
 * came from and whether or not they left since: an envelope that was opened once never opens again.
 */
export const createOpener = (own: PassKeys, visit: OpaqueId, crypto: Pick<Environment['crypto'], 'subtle'>): Opener => {
  const senders = new Map<string, SenderKey>();
  const senderFor = (thumbprint: string): SenderKey => {
    const known = senders.get(thumbprint);
    if (known !== undefined) return known;
    const sender = { contexts: new Map(), setups: createRateLimit({ perSecond: 1, burst: 8 }) };
    senders.set(thumbprint, sender);
    return sender;
  };

  return {
    async open(envelope, { pass, key: senderKey }, now) {
      const { contexts, setups } = senderFor(pass.thumbprint);
      const enc = toBase64url(envelope.enc);
      let context = contexts.get(enc);
      if (context === undefined) {
        if (contexts.size >= contextsPerKey || !setups.take(now)) return 'too-many';
        try {
          const key = await deriveOpeningKey(own, senderKey, envelope.enc, visit, crypto);
          context = contexts.get(enc) ?? { key, lastSequence: 0 };
        } catch {
          return 'unopenable';
        }
      }
      if (envelope.sequence <= context.lastSequence) return 'replayed';
      const content = await openSealed(envelope, context.key, visit, crypto);
      if (content === 'unopenable') return content;
      // Only what the sender really sealed may move the window, and another copy may have been opened meanwhile.
      const current = contexts.get(enc) ?? context;
      if (envelope.sequence <= current.lastSequence) return 'replayed';
      current.lastSequence = envelope.sequence;
      contexts.set(enc, current);
      return content;
    },
  };
};
