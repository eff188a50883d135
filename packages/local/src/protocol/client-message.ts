import * as v from 'valibot';
import { signalSchema } from './signal.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const binary = (maximum: number) => v.pipe(v.string(), v.maxLength(maximum), v.regex(/^[\w-]+$/));
const counter = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));
const about = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type), participant: id });
const plain = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });

/** The room actions that are the relay's business, in the words of the contract. */
const relayActionSchema = v.variant('type', [
  plain('knock'),
  plain('cancelKnock'),
  about('admit'),
  about('keepWaiting'),
  about('decline'),
  about('remove'),
  about('mute'),
  about('askToUnmute'),
  v.strictObject({ type: v.literal('raiseHand'), raised: v.boolean() }),
  v.strictObject({ type: v.literal('lock'), locked: v.boolean() }),
  plain('endForEveryone'),
]);

const clientMessageSchema = v.variant('type', [
  /** The first word on a new socket: who this is, and the answer to the relay's challenge. */
  v.strictObject({
    type: v.literal('enter'),
    pass: v.pipe(v.string(), v.maxLength(2048)),
    publicKey: binary(100),
    answer: binary(100),
  }),
  /** The first word on a socket that replaces a dropped one. */
  v.strictObject({ type: v.literal('resume'), secret: binary(64) }),
  plain('pong'),
  plain('leave'),
  v.strictObject({ type: v.literal('action'), request: counter, action: relayActionSchema }),
  v.strictObject({ type: v.literal('signal'), to: id, session: counter, signal: signalSchema }),
]);

/** See {@link relayActionSchema}. */
export type RelayAction = v.InferOutput<typeof relayActionSchema>;
/** What a page may say to the relay. */
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>;

/** Reads one frame from a page, or null when it is not a message of this protocol. */
export const parseClientMessage = (frame: string): ClientMessage | null => {
  try {
    const result = v.safeParse(clientMessageSchema, JSON.parse(frame), { abortEarly: true });
    return result.success ? result.output : null;
  } catch {
    return null;
  }
};
