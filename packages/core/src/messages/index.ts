/**
 * The sealed messaging engine: for writing another client, or a hostile one in tests. `createVisit` has one inside; a
 * host never needs this.
 */
export { encodeContent, decodeContent, maximumTextBytes, type ConsentNotice, type ConsentSubject, type SealedContent } from './content.ts';
export { createMessages, type MessagesOptions } from './create-messages.ts';
export {
  decodeEnvelope,
  encodeKeyAnnouncement,
  encodeSealed,
  encodeSealedHeader,
  envelopeVersion,
  maximumParts,
  type KeyAnnouncement,
  type SealedEnvelope,
  type SealedHeader,
  type Undecodable,
} from './envelope-codec.ts';
export { maximumEnvelopeBytes, type Envelope } from './envelope.ts';
export type { MessageSession, MessagesEngine, Notice } from './message-session.ts';
export type { Conversation, Delivery, Message, Messages, MessagesState } from './message.ts';
export {
  createSendingContext,
  deriveOpeningKey,
  importAnnouncedKey,
  openSealed,
  type SendingContext,
} from './sealing.ts';
