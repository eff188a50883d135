import { createPseudonym, publicKeyThumbprint, signVisitPass } from '@quietroom/core';
import type { PassDesk } from './api.ts';

/** Signs visit passes with a key that lives and dies with this process. */
export const openPassDesk = async (): Promise<PassDesk> => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const publicKey: JsonWebKey = await crypto.subtle.exportKey('jwk', keys.publicKey);
  return {
    publicKeys: [publicKey],
    async issue({ name: known, visit, sub, role, publicJwk }) {
      const name = known ?? createPseudonym(role, crypto);
      const key = await crypto.subtle.importKey('jwk', publicJwk as JsonWebKey, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
      const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
      const thumbprint = await publicKeyThumbprint(raw, crypto);
      const now = Date.now();
      const pass = await signVisitPass({ visit, sub, name, role, thumbprint, issued: now, expires: now + 600_000 }, keys.privateKey);
      return { pass, name };
    },
  };
};
