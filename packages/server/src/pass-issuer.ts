import { createOpaqueId, createPseudonym, type Trust, type VisitPass } from '@quietroom/core';
import { signVisitPass } from '@quietroom/core/passes';
import { checkPassRequest, type PassRequest } from './pass-request.ts';
import type { SigningKey } from './signing-key.ts';

/** The longest a pass may live, in seconds; browsers refuse longer ones. */
const longestLifetime = 3600;

/** How passes are made. */
export interface PassIssuerOptions {
  readonly signingKey: SigningKey;
  /** Public halves of keys that are being retired: passes they signed stay valid until they expire. */
  readonly retiring?: Trust;
  /** How long a pass lives, in seconds. Default 300. A page asks again whenever it needs another. */
  readonly lifetimeSeconds?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly crypto?: Pick<Crypto, 'getRandomValues' | 'subtle'>;
}

/** Makes visit passes. */
export interface PassIssuer {
  /** What pages are given as `createVisit({ trust })`. */
  readonly trust: Trust;
  /**
   * Makes a pass for somebody whose login was checked. Without `sub` and `name` it draws new ones: keep both, and give
   * them again when the same person asks again in the same visit.
   * @throws PassRequestError naming the field that is wrong.
   */
  readonly issue: (request: PassRequest) => Promise<{ readonly pass: string; readonly claims: VisitPass }>;
}

/**
 * Opens the pass desk of a host's server. It checks what a pass is made of, not who asks: call `issue` only within the
 * person's own login, with the role, visit and sub that login is entitled to.
 * @throws RangeError when the lifetime is not between 1 second and 1 hour.
 */
export const createPassIssuer = (options: PassIssuerOptions): PassIssuer => {
  const { signingKey, retiring = [], lifetimeSeconds = 300, now = Date.now, crypto = globalThis.crypto } = options;
  if (!(lifetimeSeconds >= 1 && lifetimeSeconds <= longestLifetime)) {
    throw new RangeError(`A pass lives between 1 and ${longestLifetime} seconds: a copied one must be worth little.`);
  }
  return {
    trust: [signingKey.publicJwk, ...retiring],
    issue: async (request) => {
      const { visit, sub, name, role, thumbprint } = await checkPassRequest(request, crypto);
      // Passes carry whole seconds; what is returned is what was signed.
      const issued = Math.floor(now() / 1000) * 1000;
      const claims: VisitPass = {
        visit,
        sub: sub ?? createOpaqueId(crypto),
        name: name ?? createPseudonym(role, crypto),
        role,
        thumbprint,
        issued,
        expires: issued + Math.floor(lifetimeSeconds) * 1000,
      };
      return { pass: await signVisitPass(claims, signingKey.privateKey, signingKey.keyId), claims };
    },
  };
};
