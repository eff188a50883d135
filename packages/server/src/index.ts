export { buildHmsRoom, type HmsRoomBody, type HmsRoomOptions } from './100ms/build-room.ts';
export { hashForDashboard } from './100ms/dashboard-hash.ts';
export { createHmsClient, type HmsClient, type HmsClientOptions, type HmsRoom } from './100ms/hms-client.ts';
export type { HmsCredentials } from './100ms/management-token.ts';
export { hmsRegions, type HmsRegion } from './100ms/region.ts';
export {
  createHmsTokenDesk,
  type HmsToken,
  type HmsTokenDesk,
  type HmsTokenDeskOptions,
  type HmsTokenRequest,
} from './100ms/token-desk.ts';

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
export { createOneTimeIds, type OneTimeIds } from './vendor/one-time-ids.ts';
export { OptionError } from './vendor/option-error.ts';
export { VendorError, vendorErrorCodes, type Vendor, type VendorErrorCode } from './vendor/vendor-error.ts';
export { hmsAddresses } from './webhooks/hms-addresses.ts';
export { createHmsVerifier, type HmsVerifierOptions } from './webhooks/hms-verifier.ts';
export type { IncidentKind, WebhookIncident } from './webhooks/incident.ts';
export type { SecretHeader } from './webhooks/secret-header.ts';
export { signHmsWebhook, signWherebyWebhook } from './webhooks/sign-webhook.ts';
export type { WebhookConnection } from './webhooks/source-address.ts';
export type { VerifierOptions, WebhookRefusal, WebhookVerdict, WebhookVerifier } from './webhooks/verifier.ts';
export {
  createWebhookEndpoint,
  type WebhookEndpoint,
  type WebhookEndpointOptions,
} from './webhooks/webhook-endpoint.ts';
export type { RecordingFailed, WebhookEvent } from './webhooks/webhook-event.ts';
export { visitPageHeaders, type VisitPageHeadersOptions } from './visit-page-headers.ts';
export { createWherebyVerifier } from './webhooks/whereby-verifier.ts';
export {
  buildWherebyRoom,
  type CustomerBucket,
  type WherebyRecording,
  type WherebyRoomBody,
  type WherebyRoomOptions,
} from './whereby/build-room.ts';
export { verifyWherebyRoom, type WherebyRoomExpectations } from './whereby/verify-room.ts';
export {
  createWherebyClient,
  type WherebyClient,
  type WherebyClientOptions,
  type WherebyRoom,
} from './whereby/whereby-client.ts';
