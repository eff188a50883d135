import { parseOpaqueId, parsePseudonym, roles } from '@quietroom/core';
import { publicKeyThumbprint } from '@quietroom/core/passes';
import type { OpaqueId, Pseudonym, Role } from '@quietroom/core';

/** What may be wrong with a request for a pass. */
export type PassRequestField = 'visit' | 'sub' | 'name' | 'role' | 'publicJwk';

const explanations: Readonly<Record<PassRequestField, string>> = {
  visit: '`visit` is not an opaque id. A visit is known to vendors by it. Make one with createOpaqueId and keep it.',
  sub: '`sub` is not an opaque id. It reaches vendors. Make one with createOpaqueId per person and visit, and keep it.',
  name: '`name` is not a pseudonym of this role. It reaches vendors. Leave it out, or repeat the one of the first pass.',
  role: '`role` is none of the roles. What somebody may do depends on it. Take it from their login, not from the page.',
  publicJwk:
    '`publicJwk` is not a public P-256 key. The pass is bound to it. Send what the page’s createVisit gave you.',
};

/** A pass was asked for with something it cannot be made of. Says which field; never repeats its value. */
export class PassRequestError extends TypeError {
  override readonly name = 'PassRequestError';
  readonly field: PassRequestField;

  constructor(field: PassRequestField) {
    super(explanations[field]);
    this.field = field;
  }
}

/** What a pass is made of. Everything but the key comes from the host's own records, never from the page. */
export interface PassRequest {
  readonly visit: OpaqueId;
  /** Who they are in this visit. Given again whenever they ask again, so that a reload is the same person. */
  readonly sub?: OpaqueId | undefined;
  /** Their pseudonym in this visit, from their first pass. */
  readonly name?: Pseudonym | undefined;
  readonly role: Role;
  /** The page's public key, as it arrived: it is checked. */
  readonly publicJwk: unknown;
}

/** A request that was checked. */
export interface CheckedPassRequest {
  readonly visit: OpaqueId;
  readonly sub: OpaqueId | null;
  readonly name: Pseudonym | null;
  readonly role: Role;
  readonly thumbprint: string;
}

const coordinate = /^[\w-]{43}$/;

const thumbprintOf = async (jwk: unknown, crypto: Pick<Crypto, 'subtle'>): Promise<string> => {
  if (typeof jwk !== 'object' || jwk === null || 'd' in jwk) throw new PassRequestError('publicJwk');
  const { kty, crv, x, y }: { kty?: unknown; crv?: unknown; x?: unknown; y?: unknown } = jwk;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') {
    throw new PassRequestError('publicJwk');
  }
  if (!coordinate.test(x) || !coordinate.test(y)) throw new PassRequestError('publicJwk');
  try {
    // Only the four members that make the key: whatever else was sent has no effect.
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDH', namedCurve: crv }, true, []);
    return await publicKeyThumbprint(new Uint8Array(await crypto.subtle.exportKey('raw', key)), crypto);
  } catch {
    throw new PassRequestError('publicJwk');
  }
};

/** Checks everything a pass is made of. @throws PassRequestError naming the first field that is wrong. */
export const checkPassRequest = async (
  request: PassRequest,
  crypto: Pick<Crypto, 'subtle'>,
): Promise<CheckedPassRequest> => {
  const { role } = request;
  if (!roles.includes(role)) throw new PassRequestError('role');
  const visit = parseOpaqueId(request.visit);
  if (visit === null) throw new PassRequestError('visit');
  const sub = parseOpaqueId(request.sub);
  if (sub === null && request.sub !== undefined) throw new PassRequestError('sub');
  const name = parsePseudonym(request.name);
  if (request.name !== undefined && name?.toLowerCase().startsWith(`${role} `) !== true) {
    throw new PassRequestError('name');
  }
  return { visit, sub, name, role, thumbprint: await thumbprintOf(request.publicJwk, crypto) };
};
