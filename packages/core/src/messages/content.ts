import * as v from 'valibot';
import type { OpaqueId } from '../contract/identity.ts';
import { parseOpaqueId } from '../display-name/opaque-id.ts';

/** What somebody may be asked to agree to. */
export type ConsentSubject = 'recording' | 'captions';

/** What pages say to each other about consent. `text` is the hash of the text it is about. */
export type ConsentNotice =
  /** The sender agrees to this text, read in this language, until they withdraw it or the visit ends. */
  | { readonly type: 'consent'; readonly to: ConsentSubject; readonly text: string; readonly language: string }
  /** The sender says no, or no longer agrees. */
  | { readonly type: 'withdraw'; readonly from: ConsentSubject }
  /** The sender asks for consent. A repeated question has the same round. */
  | {
      readonly type: 'control';
      readonly control: 'ask';
      readonly for: ConsentSubject;
      readonly text: string;
      readonly round: number;
    }
  /** The sender holds the consent of everybody `among`, and is one of them. */
  | {
      readonly type: 'control';
      readonly control: 'all-agreed';
      readonly for: ConsentSubject;
      readonly text: string;
      readonly among: readonly OpaqueId[];
    };

/** Everything that can be inside a sealed message. Closed: what is not here is refused. */
export type SealedContent =
  | { readonly type: 'text'; readonly text: string }
  /** The text with this id has arrived. */
  | { readonly type: 'ack'; readonly message: OpaqueId }
  | ConsentNotice
  /**
   * Proves that the sender holds the private half of the key they announced. `as` is the sender's own participant id,
   * so that somebody else in the room cannot pass the proof off as theirs.
   */
  | { readonly type: 'control'; readonly control: 'hello'; readonly as?: string };

/** The longest text one message may hold, in UTF-8 bytes. */
export const maximumTextBytes = 16_000;

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;
const subject = v.picklist(['recording', 'captions']);
const textHash = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const opaqueId = v.custom<OpaqueId>((value) => parseOpaqueId(value) !== null);
/** Whoever is in a visit; what is longer is not from a page of ours. */
const people = v.pipe(v.array(opaqueId), v.maxLength(100));

// strictObject: an unknown key means a content we do not understand, and that is refused whole.
const schema = v.variant('type', [
  v.strictObject({
    type: v.literal('text'),
    text: v.pipe(
      v.string(),
      v.minLength(1),
      v.check((text) => utf8Length(text) <= maximumTextBytes),
    ),
  }),
  v.strictObject({
    type: v.literal('ack'),
    message: opaqueId,
  }),
  v.strictObject({
    type: v.literal('consent'),
    to: subject,
    text: textHash,
    language: v.pipe(v.string(), v.regex(/^[a-zA-Z\d-]{2,35}$/)),
  }),
  v.strictObject({ type: v.literal('withdraw'), from: subject }),
  v.variant('control', [
    v.strictObject({
      type: v.literal('control'),
      control: v.literal('hello'),
      as: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
    }),
    v.strictObject({
      type: v.literal('control'),
      control: v.literal('ask'),
      for: subject,
      text: textHash,
      round: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    }),
    v.strictObject({
      type: v.literal('control'),
      control: v.literal('all-agreed'),
      for: subject,
      text: textHash,
      among: people,
    }),
  ]),
]);

/** The bytes that get sealed. */
export const encodeContent = (content: SealedContent): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(content));

/** What sealed bytes say, or null when they are not exactly one of the known contents. */
export const decodeContent = (bytes: Uint8Array): SealedContent | null => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const result = v.safeParse(schema, value);
    return result.success ? result.output : null;
  } catch {
    return null;
  }
};
