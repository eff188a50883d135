export type { HmsClient } from './100ms/hms-client.ts';
export { hmsRegions, type HmsRegion } from './100ms/region.ts';
export { verifyHmsRoom, type HmsRoomExpectations } from './100ms/verify-room.ts';
export { verifyHmsTemplate, type HmsRoles, type HmsTemplateExpectations } from './100ms/verify-template.ts';
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
export type { CallOptions, ClientOptions } from './vendor/call-options.ts';
export type { DeploymentFinding } from './vendor/deployment-finding.ts';
export { VendorError, vendorErrorCodes, type Vendor, type VendorErrorCode } from './vendor/vendor-error.ts';
export { signHmsWebhook, signWherebyWebhook } from './webhooks/sign-webhook.ts';
export { verifyWherebyRoom, type WherebyRoomExpectations } from './whereby/verify-room.ts';
export type { WherebyClient, WherebyRoom } from './whereby/whereby-client.ts';
