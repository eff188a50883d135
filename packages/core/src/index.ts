export { changesOf, type Reading } from './adapter-kit/changes-of.ts';
export { publishWanted } from './adapter-kit/publish-wanted.ts';
export { runAction } from './adapter-kit/run-action.ts';
export { same } from './adapter-kit/same.ts';
export { isSwitch, switchedSource, type SwitchAction } from './adapter-kit/switched-source.ts';
export { politeness, type Announcement } from './announcements/announcement.ts';
export type { AuditDetail, AuditEvent, DropReason } from './audit/audit-event.ts';
export type { Opening, OpeningItem } from './audit/opening.ts';
export { Attachments } from './browser/attachments.ts';
export { browserEnvironment } from './browser/browser-environment.ts';
export { maximumCaptionLength, type Caption, type Captions } from './captions/caption.ts';
export type {
  Consent,
  ConsentMatter,
  ConsentReceipt,
  ConsentStanding,
  ConsentState,
  OwnConsent,
  ReadText,
} from './consent/consent.ts';
export type { ConsentStatement, ConsentText } from './consent/consent-text.ts';
export type { ConnectionReport, Reach } from './contract/connection-report.ts';
export type { Cancel, Clock, Environment } from './contract/environment.ts';
export {
  participantId,
  roles,
  trackId,
  type OpaqueId,
  type ParticipantId,
  type ParticipantRole,
  type Pseudonym,
  type Role,
  type TrackId,
} from './contract/identity.ts';
export type { CaptureSource, DeviceKind, RoomAction, RoomActionType } from './contract/room-action.ts';
export type {
  CloseReason,
  ConnectRequest,
  Kept,
  KeyProof,
  Manifest,
  MediaSource,
  RoomAdapter,
  RoomConnection,
  RoomEnd,
  RoomReport,
} from './contract/room-adapter.ts';
export { RoomError, roomErrorCodes, type RoomErrorCode } from './contract/room-error.ts';
export type {
  Admission,
  Quality,
  RoomCaption,
  RoomClaims,
  RoomFacts,
  RoomKnock,
  RoomNotice,
  RoomParticipant,
  RoomPatch,
  RoomSelf,
  RoomTrack,
  Sending,
} from './contract/room-patch.ts';
export type { Challenge } from './display-name/key-proof.ts';
export { createOpaqueId, parseOpaqueId } from './display-name/opaque-id.ts';
export type { PassKeys } from './display-name/pass-keys.ts';
export { createPseudonym, parsePseudonym } from './display-name/pseudonym.ts';
export type { Trust, VisitPass } from './display-name/visit-pass.ts';
export { ActiveSpeaker } from './media/active-speaker.ts';
export { createVisitMedia } from './media/create-visit-media.ts';
export { levelOfAmplitude, voiceLevel } from './media/level.ts';
export type { AppliedEffect, EffectName, EffectReport, EffectState, MediaEffect } from './media/media-effect.ts';
export { countReception, rateReception, ReceptionRating, type ReceptionCounters } from './media/reception.ts';
export type { Device, MediaState, SourceState, VisitMedia } from './media/visit-media.ts';
export type { ConsentSubject } from './messages/content.ts';
export { maximumEnvelopeBytes, type Envelope } from './messages/envelope.ts';
export type { CarrierLine, MessageCarrier } from './messages/message-carrier.ts';
export type { Conversation, Delivery, Message, Messages, MessagesState } from './messages/message.ts';
export { loosen } from './policy/check-policy.ts';
export { decide } from './policy/decide.ts';
export { PolicyError, type PolicyProblem } from './policy/policy-error.ts';
export { demonstration, usHipaa, usPart2 } from './policy/presets.ts';
export type * from './policy/provider-facts.ts';
export { Refusal } from './policy/refusal.ts';
export type {
  AdapterRule,
  Attestation,
  ConsentFact,
  Decision,
  Effect,
  Facts,
  Feature,
  Finding,
  LockRule,
  Policy,
  Rule,
  RuleText,
  Stage,
  StandingRule,
  Verdict,
} from './policy/rule.ts';
export { createVisit, type VisitOptions } from './visit/create-visit.ts';
export type { AskForPass } from './visit/credentials.ts';
export type { Readable } from './visit/readable.ts';
export type { EndReason, Knock, Participant, Phase, Self, VisitState } from './visit/visit-state.ts';
export type { Visit } from './visit/visit.ts';
