import { textOf } from './read-event.ts';
import { createSecretHeaderCheck } from './secret-header.ts';
import { createSignatureCheck } from './signature-check.ts';
import { createWindow, refuse, type VerifierOptions, type WebhookVerifier } from './verifier.ts';
import { readWherebyEvent } from './whereby-event.ts';

// Seconds since the epoch have ten digits until the year 2286.
const header = /^t=(\d{10}),v1=([0-9a-f]{64})$/;

const withTimestamp = (timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const message = new Uint8Array(timestamp.length + 1 + body.length);
  for (let index = 0; index < timestamp.length; index += 1) message[index] = timestamp.charCodeAt(index);
  message[timestamp.length] = 0x2e;
  message.set(body, timestamp.length + 1);
  return message;
};

/**
 * Verifies Whereby's webhooks: `Whereby-Signature: t=<seconds>,v1=<hex>`, an HMAC-SHA256 over the time, a full stop and
 * the raw body, so the time is signed too.
 * @throws OptionError when a secret is missing or the window is too wide.
 */
export const createWherebyVerifier = (options: VerifierOptions): WebhookVerifier => {
  const isSigned = createSignatureCheck(options.secrets, options.crypto ?? globalThis.crypto);
  const hasHeader = options.secretHeader === undefined ? () => true : createSecretHeaderCheck(options.secretHeader);
  const window = createWindow(options);
  return {
    vendor: 'whereby',
    window: window.remembered,
    async verify(rawBody, headers) {
      if (!hasHeader(headers)) return refuse('header');
      const [, timestamp, signature] = header.exec(headers.get('whereby-signature') ?? '') ?? [];
      if (timestamp === undefined || signature === undefined) return refuse('signature');
      const message = withTimestamp(timestamp, rawBody);
      const signed = isSigned(signature, message);
      // In the same moment, so that what is verified is what is read. Nothing in it is looked at before.
      const text = textOf(rawBody);
      if (!(await signed)) return refuse('signature');
      if (!window.includes(Number(timestamp) * 1000)) return refuse('stale');
      const event = readWherebyEvent(text);
      return event === null ? refuse('malformed') : { accepted: true, event };
    },
  };
};
