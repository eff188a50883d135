import { roles } from '@quietroom/core';
import * as v from 'valibot';
import { signalSchema } from './signal.ts';

const plain = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });

/** Why the relay did not let somebody in. */
const denialSchema = v.picklist(['pass-refused', 'pass-expired', 'room-full', 'room-unreachable', 'resume-refused']);
/** Why the relay did not carry out an action. */
const refusalSchema = v.picklist(['action-failed', 'participant-gone', 'room-full', 'room-locked']);

const person = { id: v.string(), name: v.string(), role: v.picklist(roles) };

/**
 * The room as one page may see it. Sent whole whenever it changes: there is no drift to repair after a dropped socket.
 * The unadmitted are shown `self` and nothing else.
 */
const viewSchema = v.strictObject({
  self: v.strictObject({
    id: v.string(),
    /** Tells one page from the next of the same person: another page is a new end of every direct connection. */
    session: v.number(),
    admission: v.picklist(['outside', 'knocking', 'kept-waiting', 'admitted']),
    handRaised: v.boolean(),
  }),
  room: v.nullable(
    v.strictObject({
      locked: v.boolean(),
      /** The other admitted, in the order they were let in. */
      participants: v.array(
        v.strictObject({
          ...person,
          session: v.number(),
          handRaised: v.boolean(),
          /** False while their socket to the relay is gone and their seat is being kept. */
          present: v.boolean(),
        }),
      ),
      /** Shown to clinicians; null for everybody else. The pass is of no use without its key. */
      knocks: v.nullable(
        v.array(v.strictObject({ ...person, pass: v.string(), since: v.number(), keptWaiting: v.boolean() })),
      ),
    }),
  ),
});

const relayMessageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('challenge'), publicKey: v.string(), nonce: v.string() }),
  v.strictObject({ type: v.literal('denied'), code: denialSchema }),
  /** `secret` lets this page come back once after a dropped socket; `now` is the relay's clock. */
  v.strictObject({ type: v.literal('entered'), secret: v.string(), now: v.number(), view: viewSchema }),
  v.strictObject({ type: v.literal('view'), view: viewSchema }),
  v.strictObject({ type: v.literal('done'), request: v.number() }),
  v.strictObject({ type: v.literal('refused'), request: v.number(), code: refusalSchema }),
  v.strictObject({ type: v.literal('signal'), from: v.string(), session: v.number(), signal: signalSchema }),
  v.strictObject({ type: v.literal('notice'), notice: v.picklist(['muted-by', 'asked-to-unmute']), by: v.string() }),
  v.strictObject({
    type: v.literal('ended'),
    reason: v.picklist(['declined', 'removed', 'ended-for-everyone', 'replaced']),
  }),
  plain('ping'),
]);

/** See {@link viewSchema}. */
export type View = v.InferOutput<typeof viewSchema>;
/** See {@link viewSchema}. */
export type ViewRoom = NonNullable<View['room']>;
/** See {@link denialSchema}. */
export type Denial = v.InferOutput<typeof denialSchema>;
/** See {@link refusalSchema}. */
export type ActionRefusal = v.InferOutput<typeof refusalSchema>;
/** What the relay may say to a page. */
export type RelayMessage = v.InferOutput<typeof relayMessageSchema>;

/** Reads one frame from the relay, or null when it is not a message of this protocol. */
export const parseRelayMessage = (frame: unknown): RelayMessage | null => {
  if (typeof frame !== 'string') return null;
  try {
    const result = v.safeParse(relayMessageSchema, JSON.parse(frame), { abortEarly: true });
    return result.success ? result.output : null;
  } catch {
    return null;
  }
};
