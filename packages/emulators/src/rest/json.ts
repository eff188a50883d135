/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** The value as a JSON object; empty when it is none. */
export const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
