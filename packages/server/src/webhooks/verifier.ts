import { OptionError } from '../vendor/option-error.ts';
import type { Vendor } from '../vendor/vendor-error.ts';
import type { SecretHeader } from './secret-header.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** Why a call was not believed. */
export type WebhookRefusal =
  /** The secret header is missing or wrong. */
  | 'header'
  /** There is no signature, or it is not of these bytes. */
  | 'signature'
  /** It is genuine, but too old or from the future: it may have been recorded and sent again. */
  | 'stale'
  /** It is genuine, but no event. */
  | 'malformed';

/** What a verifier says about a call. */
export type WebhookVerdict =
  | { readonly accepted: true; readonly event: WebhookEvent }
  | { readonly accepted: false; readonly refusal: WebhookRefusal };

/** Says whether a call came from a vendor, and what it reports. Nothing of the body is read before it is verified. */
export interface WebhookVerifier {
  readonly vendor: Vendor;
  /** How long an event stays acceptable, in milliseconds: as long must its id be remembered. */
  readonly window: number;
  /**
   * Never throws for anything a caller can send.
   * @param rawBody the bytes as they arrived. A body that was parsed and written again is another one.
   */
  verify(rawBody: Uint8Array, headers: Headers): Promise<WebhookVerdict>;
}

/** What both vendors' verifiers need. */
export interface VerifierOptions {
  /** What the vendor signs with: one, or two while it is being changed. */
  readonly secrets: readonly string[];
  readonly secretHeader?: SecretHeader;
  /** How old a call may be, in seconds, from 10 to 86,400. Default 300. */
  readonly replayWindowSeconds?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly crypto?: Pick<Crypto, 'subtle'>;
}

/** How far a vendor's clock may be ahead of ours, in milliseconds. */
const allowedSkew = 60_000;

/** Prepares the check of times. @throws OptionError */
export const createWindow = ({ replayWindowSeconds = 300, now = Date.now }: VerifierOptions) => {
  if (!(replayWindowSeconds >= 10 && replayWindowSeconds <= 86_400)) {
    throw new OptionError('replayWindowSeconds', 'Old calls must not count again.', 'Give 10 to 86,400 seconds.');
  }
  const length = replayWindowSeconds * 1000;
  return {
    /** How long an id must be remembered, in milliseconds. */
    remembered: length + allowedSkew,
    /** @param time milliseconds since the epoch. */
    includes: (time: number): boolean => {
      const age = now() - time;
      return age <= length && age >= -allowedSkew;
    },
  };
};

/** Shorthand for a verdict. */
export const refuse = (refusal: WebhookRefusal): WebhookVerdict => ({ accepted: false, refusal });
