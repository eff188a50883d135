import {
  createOpaqueId,
  createPseudonym,
  type OpaqueId,
  type PassKeys,
  type Role,
  type Trust,
  type VisitPass,
} from '@quietroom/core';
import { createPassKeys, signVisitPass } from '@quietroom/core/passes';

/** Somebody with a key of their own and the means to get a pass. */
export interface Person {
  readonly role: Role;
  readonly sub: OpaqueId;
  readonly keys: PassKeys;
  readonly name: VisitPass['name'];
  /** A pass of the clinic's server, as asked for; what is left out is as it should be. */
  pass(changes?: Partial<VisitPass>): Promise<string>;
}

/** The host's server, as far as passes go. */
export interface Clinic {
  readonly visit: OpaqueId;
  readonly trust: Trust;
  person(role: Role, sub?: OpaqueId): Promise<Person>;
}

/** @param now when passes are signed, in milliseconds since the epoch */
export const createClinic = async (now: () => number = Date.now): Promise<Clinic> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const visit = createOpaqueId(crypto);
  return {
    visit,
    trust: [await crypto.subtle.exportKey('jwk', publicKey)],
    async person(role, sub = createOpaqueId(crypto)) {
      const keys = await createPassKeys(crypto);
      const name = createPseudonym(role, crypto);
      return {
        role,
        sub,
        keys,
        name,
        pass: (changes = {}) => {
          const issued = now();
          const { thumbprint } = keys;
          const claims = { visit, sub, name, role, thumbprint, issued, expires: issued + 300_000, ...changes };
          return signVisitPass(claims, privateKey);
        },
      };
    },
  };
};
