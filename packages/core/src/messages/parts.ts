import type { OpaqueId } from '../contract/identity.ts';
import { maximumParts } from './envelope-codec.ts';
import { maximumPartBytes } from './padding.ts';

/** How long a message may take to arrive whole, in milliseconds. */
const patience = 30_000;
/** How many messages of one sender may be incomplete at once. */
const atOnce = 4;

/** Cuts content into parts that fit one envelope each, or null when it takes more than 16. */
export const split = (content: Uint8Array): readonly Uint8Array[] | null => {
  const count = Math.max(1, Math.ceil(content.length / maximumPartBytes));
  if (count > maximumParts) return null;
  return Array.from({ length: count }, (_, index) =>
    content.subarray(index * maximumPartBytes, (index + 1) * maximumPartBytes),
  );
};

/** One opened part of a message. */
export interface Part {
  readonly message: OpaqueId;
  readonly part: number;
  readonly parts: number;
  readonly content: Uint8Array;
}

/** Puts one sender's messages together again. */
export interface Reassembly {
  /**
   * The whole content when this was its last part, `incomplete` while parts are missing, `too-many` when the sender
   * has too many unfinished messages, `malformed` when the part does not fit the ones before it.
   */
  add(part: Part, now: number): Uint8Array | 'incomplete' | 'too-many' | 'malformed';
}

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

/** Makes the memory of one sender's unfinished messages: at most 4 of 16 parts each, for at most 30 s. */
export const createReassembly = (): Reassembly => {
  const unfinished = new Map<
    OpaqueId,
    { readonly since: number; readonly parts: number; readonly got: Map<number, Uint8Array> }
  >();
  return {
    add({ message, part, parts, content }, now) {
      for (const [id, { since }] of unfinished) if (now - since >= patience) unfinished.delete(id);
      if (parts === 1) {
        unfinished.delete(message);
        return content;
      }
      const known = unfinished.get(message);
      if (known === undefined && unfinished.size >= atOnce) return 'too-many';
      if (known !== undefined && known.parts !== parts) return 'malformed';
      const entry = known ?? { since: now, parts, got: new Map<number, Uint8Array>() };
      unfinished.set(message, entry);
      entry.got.set(part, content);
      if (entry.got.size < parts) return 'incomplete';
      unfinished.delete(message);
      return join([...entry.got].sort(([first], [second]) => first - second).map(([, bytes]) => bytes));
    },
  };
};
