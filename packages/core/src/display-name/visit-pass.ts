import type { OpaqueId, Pseudonym, Role } from '../contract/identity.ts';

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
