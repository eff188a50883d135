import {
  createOpaqueId,
  createPseudonym,
  createVisit,
  demonstration,
  type OpaqueId,
  type Role,
  type Visit,
} from '@quietroom/core';
import { publicKeyThumbprint, signVisitPass } from '@quietroom/core/passes';
import { adapterFor } from './clinic-rooms.ts';

const bytesOf = (part = ''): number[] =>
  Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/** A clinic's server, as far as passes go, and the visits of its people over Whereby. */
export const openClinic = async (visit: OpaqueId) => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const trust = [await crypto.subtle.exportKey('jwk', publicKey)];
  const visits: Visit[] = [];
  return {
    /** A visit of one person. Their pass may say another role than their page has a door for. */
    visitOf: (role: Role, adapter = adapterFor(visit)): Visit => {
      const sub = createOpaqueId(crypto);
      const name = createPseudonym(role, crypto);
      const opened = createVisit({
        adapter,
        role,
        policy: demonstration,
        trust,
        pass: async ({ x, y }) => {
          const point = Uint8Array.from([4, ...bytesOf(x), ...bytesOf(y)]);
          const thumbprint = await publicKeyThumbprint(point, crypto);
          const issued = Date.now();
          return signVisitPass({ visit, sub, name, role, thumbprint, issued, expires: issued + 300_000 }, privateKey);
        },
      });
      visits.push(opened);
      return opened;
    },
    close: async () => {
      for (const opened of visits) await opened.close();
    },
  };
};
