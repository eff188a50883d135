import { createOpaqueId } from '@quietroom/core';
import { createPassKeys } from '../../packages/core/src/display-name/pass-keys.ts';
import { decodeEnvelope } from '../../packages/core/src/messages/envelope-codec.ts';
import { createSendingContext, deriveOpeningKey, openSealed } from '../../packages/core/src/messages/sealing.ts';

/** What the bench calls in the page: seconds for so many messages, one after the other. */
export type SealWork = 'bareSeal' | 'ourSeal' | 'bareOpen' | 'ourOpen';

declare global {
  interface Window {
    readonly ready: Promise<Record<SealWork, (messages: number) => Promise<number>>>;
  }
}

const text = crypto.getRandomValues(new Uint8Array(200));
const visit = createOpaqueId(crypto);
const header = {
  sender: createOpaqueId(crypto),
  recipient: createOpaqueId(crypto),
  message: createOpaqueId(crypto),
  part: 0,
  parts: 1,
};

const timed = async (messages: number, once: (index: number) => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  for (let index = 0; index < messages; index += 1) await once(index);
  return performance.now() - start;
};

const prepare = async () => {
  const { subtle } = crypto;
  const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const nonce = (index: number) => {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setUint32(8, index);
    return iv;
  };
  const bareSealed = await subtle.encrypt({ name: 'AES-GCM', iv: nonce(0) }, key, text);

  const [alice, bob] = [await createPassKeys(crypto), await createPassKeys(crypto)];
  const context = await createSendingContext(alice, bob.publicCryptoKey, visit, crypto);
  const sealed = await context.seal(header, text);
  const envelope = decodeEnvelope(sealed);
  if (envelope.kind !== 'sealed') throw new Error('not sealed');
  const opening = await deriveOpeningKey(bob, alice.publicCryptoKey, envelope.enc, visit, crypto);

  return {
    bareSeal: (messages: number) =>
      timed(messages, (index) => subtle.encrypt({ name: 'AES-GCM', iv: nonce(index) }, key, text)),
    ourSeal: (messages: number) => timed(messages, () => context.seal(header, text)),
    bareOpen: (messages: number) =>
      timed(messages, () => subtle.decrypt({ name: 'AES-GCM', iv: nonce(0) }, key, bareSealed)),
    ourOpen: (messages: number) =>
      timed(messages, async () => {
        const taken = decodeEnvelope(sealed);
        if (taken.kind !== 'sealed' || typeof (await openSealed(taken, opening, visit, crypto)) === 'string')
          throw new Error('not opened');
      }),
  };
};

Object.assign(window, { ready: prepare() });
