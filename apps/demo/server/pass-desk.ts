import { createPassIssuer } from '@quietroom/server';
import type { PassDesk } from './api.ts';

/** Signs visit passes with a key that lives and dies with this process. */
export const openPassDesk = async (): Promise<PassDesk> => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const issuer = createPassIssuer({ signingKey: keys.privateKey });
  const publicKey: JsonWebKey = await crypto.subtle.exportKey('jwk', keys.publicKey);
  return {
    publicKeys: [publicKey],
    async issue({ name, ...request }) {
      const { pass, claims } = await issuer.issue({ ...request, ...(name !== null && { name }) });
      return { pass, name: claims.name };
    },
  };
};
