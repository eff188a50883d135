import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { createPassKeys, publicKeyThumbprint } from './pass-keys.ts';

describe('pass keys', () => {
  it('cannot be taken out of the browser', async () => {
    const keys = await createPassKeys(crypto);
    expect(keys.privateKey.extractable).toBe(false);
    expect(keys.privateKey.usages).toEqual(['deriveBits']);
    for (const format of ['pkcs8', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(format, keys.privateKey)).rejects.toThrow();
    }
  });

  it('show the public half in the forms others read', async () => {
    const keys = await createPassKeys(crypto);
    expect(keys.publicKey).toHaveLength(65);
    const read = await crypto.subtle.importKey('jwk', keys.publicJwk, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
    expect(new Uint8Array(await crypto.subtle.exportKey('raw', read))).toEqual(keys.publicKey);
  });

  it('have the thumbprint that RFC 7638 defines', async () => {
    const keys = await createPassKeys(crypto);
    expect(keys.thumbprint).toBe(await calculateJwkThumbprint(keys.publicJwk, 'sha256'));
    expect(keys.thumbprint).toBe(await publicKeyThumbprint(keys.publicKey, crypto));
  });

  it('have no thumbprint when they are no uncompressed point', async () => {
    await expect(publicKeyThumbprint(new Uint8Array(65), crypto)).rejects.toMatchObject({ code: 'pass-refused' });
    await expect(publicKeyThumbprint(new Uint8Array(33).fill(2), crypto)).rejects.toMatchObject({
      code: 'pass-refused',
    });
  });
});
