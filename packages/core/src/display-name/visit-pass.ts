import { CompactSign, compactVerify, decodeProtectedHeader, type JWK } from 'jose';
import { roles, type OpaqueId, type Pseudonym, type Role } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import { parseOpaqueId } from './opaque-id.ts';
import { parsePseudonym, pseudonymIsFor } from './pseudonym.ts';

/** The host's public signing keys (ES256, P-256 JWKs). More than one while keys are being rotated. */
export type Trust = readonly JsonWebKey[];

/** What the host's server vouches for: who this is in which visit, and which key is theirs. */
export interface VisitPass {
  readonly visit: OpaqueId;
  readonly sub: OpaqueId;
  readonly name: Pseudonym;
  readonly role: Role;
  /** RFC 7638 SHA-256 thumbprint of the page's public key (the `cnf.jkt` claim, RFC 7800). */
  readonly thumbprint: string;
  /** Milliseconds since the epoch. */
  readonly issued: number;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** What a pass is checked against. */
export interface VisitPassChecks {
  readonly trust: Trust;
  /**
   * Milliseconds since the epoch, by the host's time. `fresh` for a pass the host has just handed to this page: the
   * host's clock then counts and not this device's, which is wrong more often than anybody thinks.
   */
  readonly now: number | 'fresh';
  /** The only visit the pass may be for. */
  readonly visit?: OpaqueId;
  /** The thumbprint of the key it came with. */
  readonly thumbprint?: string;
}

/** The `typ` of a pass: no other token of the host's server can be taken for one (RFC 8725, section 3.11). */
const type = 'visit-pass+jwt';
const algorithm = 'ES256';
/** Longer than any token we sign; verified before it is parsed. */
const maximumLength = 2048;
/** The longest a pass may live, in seconds. */
export const maximumPassLifetime = 3600;
/** How far the host's clock may be ahead of this one, in seconds. */
const allowedSkew = 60;

/**
 * Signs a visit pass as a compact JWS. Times are written in whole seconds.
 * @param signingKey an ECDSA P-256 private key. @param keyId its `kid`, for hosts that rotate keys.
 */
export const signVisitPass = (claims: VisitPass, signingKey: CryptoKey, keyId?: string): Promise<string> => {
  const { visit, sub, name, role, thumbprint, issued, expires } = claims;
  const payload = {
    visit,
    sub,
    name,
    role,
    cnf: { jkt: thumbprint },
    iat: Math.floor(issued / 1000),
    exp: Math.floor(expires / 1000),
  };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: algorithm, typ: type, ...(keyId === undefined ? {} : { kid: keyId }) })
    .sign(signingKey);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

const parseClaims = (payload: Uint8Array): VisitPass | null => {
  const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  if (!isRecord(claims) || !isRecord(claims['cnf'])) return null;
  const visit = parseOpaqueId(claims['visit']);
  const sub = parseOpaqueId(claims['sub']);
  const name = parsePseudonym(claims['name']);
  const { role, iat, exp } = claims;
  const thumbprint = claims['cnf']['jkt'];
  if (visit === null || sub === null || name === null || !isRole(role) || !pseudonymIsFor(name, role)) return null;
  if (typeof thumbprint !== 'string' || !/^[\w-]{43}$/.test(thumbprint)) return null;
  if (!Number.isSafeInteger(iat) || !Number.isSafeInteger(exp)) return null;
  return { visit, sub, name, role, thumbprint, issued: Number(iat) * 1000, expires: Number(exp) * 1000 };
};

const verifiedPayload = async (token: string, trust: Trust): Promise<Uint8Array | null> => {
  if (token.length > maximumLength || decodeProtectedHeader(token).typ !== type) return null;
  for (const key of trust) {
    if (key.kty !== 'EC' || key.crv !== 'P-256') continue;
    try {
      return (await compactVerify(token, key as JWK, { algorithms: [algorithm] })).payload;
    } catch {
      // Not signed with this key; while keys are rotated another one may fit.
    }
  }
  return null;
};

/**
 * Checks a visit pass: ES256 by one of the trusted keys, its type, the grammar of every claim, the pseudonym's word
 * against the role, its times, and, where given, the visit and the key it is bound to.
 * @throws RoomError `pass-expired` when only its time is over, `pass-refused` for everything else.
 */
export const verifyVisitPass = async (token: string, checks: VisitPassChecks): Promise<VisitPass> => {
  const pass = await (async () => {
    try {
      const payload = await verifiedPayload(token, checks.trust);
      return payload && parseClaims(payload);
    } catch (error) {
      throw new RoomError('pass-refused', { cause: error });
    }
  })();
  if (pass === null) throw new RoomError('pass-refused');
  const now = checks.now === 'fresh' ? pass.issued : checks.now;
  const lifetime = pass.expires - pass.issued;
  if (
    lifetime <= 0 ||
    lifetime > maximumPassLifetime * 1000 ||
    pass.issued > now + allowedSkew * 1000 ||
    (checks.visit !== undefined && pass.visit !== checks.visit) ||
    (checks.thumbprint !== undefined && pass.thumbprint !== checks.thumbprint)
  ) {
    throw new RoomError('pass-refused');
  }
  if (pass.expires <= now) throw new RoomError('pass-expired');
  return pass;
};
