import * as v from 'valibot';
import type { OpaqueId } from '../contract/identity.ts';
import { parseOpaqueId } from '../display-name/opaque-id.ts';

/** What somebody may be asked to agree to. */
export type ConsentSubject = 'recording' | 'captions';

/** Everything that can be inside a sealed message. Closed: what is not here is refused. */
export type SealedContent =
  | { readonly type: 'text'; readonly text: string }
  /** The text with this id has arrived. */
  | { readonly type: 'ack'; readonly message: OpaqueId }
  /** The sender agrees to this, until they withdraw it or the visit ends. */
  | { readonly type: 'consent'; readonly to: ConsentSubject }
  | { readonly type: 'withdraw'; readonly from: ConsentSubject }
  /**
   * Proves that the sender holds the private half of the key they announced. `as` is the sender's own participant id,
   * so that somebody else in the room cannot pass the proof off as theirs.
   */
  | { readonly type: 'control'; readonly control: 'hello'; readonly as?: string };

/** The longest text one message may hold, in UTF-8 bytes. */
export const maximumTextBytes = 16_000;

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;
const subject = v.picklist(['recording', 'captions']);

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
    message: v.custom<OpaqueId>((value) => parseOpaqueId(value) !== null),
  }),
  v.strictObject({ type: v.literal('consent'), to: subject }),
  v.strictObject({ type: v.literal('withdraw'), from: subject }),
  v.strictObject({
    type: v.literal('control'),
    control: v.literal('hello'),
    as: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  }),
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
