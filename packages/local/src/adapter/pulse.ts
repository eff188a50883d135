import type { CaptureSource } from '@quietroom/core';

/** The sources in the order in which they travel: as bits of a pulse, and as lines of a direct connection. */
export const sources: readonly CaptureSource[] = ['microphone', 'camera', 'screen'];

/** Whether a source was ever sent, and whether it is being sent now. */
export interface SourcePulse {
  readonly published: boolean;
  readonly sending: boolean;
}

/** What a page says about its own sources, several times a second, as a sign of life. */
export type Pulse = Readonly<Record<CaptureSource, SourcePulse>>;

/** What a page asks of the other one's pictures. Sound is always wanted. */
export interface Wish {
  readonly camera: boolean;
  readonly screen: boolean;
  /** They come through badly: less of them would be more. */
  readonly gently: boolean;
}

const wishes = ['camera', 'screen', 'gently'] as const;

/** A pulse as two bytes: three bits for what is sent and three for what was published, then three for the wish. */
export const encodePulse = (pulse: Pulse, wish: Wish): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(
    sources.reduce(
      (bits, source, index) =>
        bits | (pulse[source].sending ? 1 << index : 0) | (pulse[source].published ? 8 << index : 0),
      0,
    ),
    wishes.reduce((bits, name, index) => bits | (wish[name] ? 1 << index : 0), 0),
  );

/** Reads a pulse, or null when it is none. */
export const decodePulse = (bytes: Uint8Array): { readonly pulse: Pulse; readonly wish: Wish } | null => {
  const [bits, wished] = bytes;
  if (bytes.length !== 2 || bits === undefined || wished === undefined || bits > 63 || wished > 7) return null;
  const read = (index: number): SourcePulse => {
    const sending = (bits & (1 << index)) !== 0;
    return { sending, published: sending || (bits & (8 << index)) !== 0 };
  };
  return {
    pulse: { microphone: read(0), camera: read(1), screen: read(2) },
    wish: { camera: (wished & 1) !== 0, screen: (wished & 2) !== 0, gently: (wished & 4) !== 0 },
  };
};

/** Whether two pulses say the same. */
export const samePulse = (one: Pulse, other: Pulse): boolean =>
  sources.every((s) => one[s].sending === other[s].sending && one[s].published === other[s].published);

/** Whether two wishes are the same. */
export const sameWish = (one: Wish, other: Wish): boolean => wishes.every((name) => one[name] === other[name]);
