import {
  createOpaqueId,
  createPseudonym,
  RoomError,
  type Environment,
  type OpaqueId,
  type Pseudonym,
  type Role,
  type Trust,
} from '@quietroom/core';
import { publicKeyThumbprint, signVisitPass } from '@quietroom/core/passes';

/** Somebody the host's server knows. */
export interface FakeIdentity {
  readonly sub: OpaqueId;
  readonly name: Pseudonym;
  readonly role: Role;
}

/** What kind of pass somebody shows. All but `valid` are what a hostile or careless page could come with. */
export type PassKind = 'valid' | 'none' | 'forged' | 'expired' | 'other-visit' | 'other-key';

/** The clinic's server: knows one visit, signs passes for it, and publishes the key they are checked with. */
export interface FakeHost {
  readonly visit: OpaqueId;
  readonly trust: Trust;
  readonly introduce: (role: Role) => FakeIdentity;
  /** A pass for the holder of a key, or null when they hold none. */
  readonly pass: (identity: FakeIdentity, thumbprint: string, kind?: PassKind) => Promise<string | null>;
  /** The thumbprint of a public key as pages send it. @throws RoomError `pass-refused` */
  readonly thumbprintOf: (publicKey: JsonWebKey) => Promise<string>;
}

const minute = 60_000;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/** Every room has its own key, made when it is created: no pass of one test counts in another. */
export function createFakeHost({ clock, crypto }: Pick<Environment, 'clock' | 'crypto'>): FakeHost {
  const visit = createOpaqueId(crypto);
  const trust: JsonWebKey[] = [];
  const generate = () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const signingKey = (async () => {
    const pair = await generate();
    // In place: `trust` is handed out before the key is there, and passes are checked after they were signed with it.
    trust.push(await crypto.subtle.exportKey('jwk', pair.publicKey));
    return pair.privateKey;
  })();

  return {
    visit,
    trust,
    introduce: (role) => ({ sub: createOpaqueId(crypto), name: createPseudonym(role, crypto), role }),
    pass: async (identity, thumbprint, kind = 'valid') => {
      if (kind === 'none') return null;
      const key = kind === 'forged' ? (await generate()).privateKey : await signingKey;
      const issued = clock.now() - (kind === 'expired' ? 60 * minute : 0);
      return await signVisitPass(
        {
          visit: kind === 'other-visit' ? createOpaqueId(crypto) : visit,
          ...identity,
          thumbprint: kind === 'other-key' ? 'A'.repeat(43) : thumbprint,
          issued,
          expires: issued + 30 * minute,
        },
        key,
      );
    },
    thumbprintOf: async ({ x, y }) => {
      if (x === undefined || y === undefined) throw new RoomError('pass-refused');
      return await publicKeyThumbprint(Uint8Array.of(4, ...bytesOf(x), ...bytesOf(y)), crypto);
    },
  };
}
