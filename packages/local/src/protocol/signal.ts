import * as v from 'valibot';

const attempt = v.pipe(v.number(), v.integer(), v.minValue(1));

/**
 * What two admitted pages tell each other to set up their direct connection. `attempt` counts the connections they
 * have tried, so that a late word about an abandoned one is recognised.
 */
export const signalSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('description'),
    attempt,
    type: v.picklist(['offer', 'answer']),
    sdp: v.pipe(v.string(), v.maxLength(60_000)),
  }),
  v.strictObject({
    kind: v.literal('candidate'),
    attempt,
    candidate: v.pipe(v.string(), v.maxLength(2000)),
    mid: v.nullable(v.pipe(v.string(), v.maxLength(32))),
    line: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16))),
  }),
  /** Asks the side that makes the offers to look for another way. */
  v.strictObject({ kind: v.literal('restart'), attempt }),
  /** Asks the side that makes the offers to begin a new attempt. */
  v.strictObject({ kind: v.literal('again'), attempt }),
]);

/** See {@link signalSchema}. */
export type Signal = v.InferOutput<typeof signalSchema>;
