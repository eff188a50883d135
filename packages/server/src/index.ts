export { createPassIssuer, type PassIssuer, type PassIssuerOptions } from './pass-issuer.ts';
export { PassRequestError, type PassRequest, type PassRequestField } from './pass-request.ts';
export {
  createRoster,
  leastEntitlement,
  type Entitlement,
  type Roster,
  type RosterEntry,
  type RosterRow,
} from './roster.ts';
export { createSigningKey, importSigningKey, type SigningKey } from './signing-key.ts';
