import { readHmsEvent } from './hms-event.ts';
import { textOf } from './read-event.ts';
import { createSecretHeaderCheck, type SecretHeader } from './secret-header.ts';
import { createSignatureCheck } from './signature-check.ts';
import { createWindow, refuse, type VerifierOptions, type WebhookVerifier } from './verifier.ts';

/** How 100ms' webhooks are verified: by signature and by secret header (H2-08: the stricter reading). */
export interface HmsVerifierOptions extends VerifierOptions {
  readonly secretHeader: SecretHeader;
}

/**
 * Verifies 100ms' webhooks (H1-23, H1-26, H1-63): a secret header, and `x-100ms-signature`, the HMAC-SHA256 of the raw
 * body in hexadecimal. The vendor signs in workspaces for health information only. The signature covers no time, so
 * the replay window goes by the event's own `timestamp`, which is signed with the body.
 * @throws OptionError when a secret is missing or the window is too wide.
 */
export const createHmsVerifier = (options: HmsVerifierOptions): WebhookVerifier => {
  const isSigned = createSignatureCheck(options.secrets, options.crypto ?? globalThis.crypto);
  const hasHeader = createSecretHeaderCheck(options.secretHeader);
  const window = createWindow(options);
  return {
    vendor: '100ms',
    window: window.remembered,
    async verify(rawBody, headers) {
      if (!hasHeader(headers)) return refuse('header');
      const signed = isSigned(headers.get('x-100ms-signature') ?? '', rawBody);
      // In the same moment, so that what is verified is what is read. Nothing in it is looked at before.
      const text = textOf(rawBody);
      if (!(await signed)) return refuse('signature');
      const event = readHmsEvent(text);
      if (event === null) return refuse('malformed');
      return window.includes(event.at) ? { accepted: true, event } : refuse('stale');
    },
  };
};
