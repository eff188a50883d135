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

/** A pulse as one byte: three bits for what is sent, three for what was published. */
export const encodePulse = (pulse: Pulse): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(
    sources.reduce(
      (bits, source, index) =>
        bits | (pulse[source].sending ? 1 << index : 0) | (pulse[source].published ? 8 << index : 0),
      0,
    ),
  );

/** Reads a pulse, or null when it is none. */
export const decodePulse = (bytes: Uint8Array): Pulse | null => {
  const [bits] = bytes;
  if (bytes.length !== 1 || bits === undefined || bits > 63) return null;
  const read = (index: number): SourcePulse => {
    const sending = (bits & (1 << index)) !== 0;
    return { sending, published: sending || (bits & (8 << index)) !== 0 };
  };
  return { microphone: read(0), camera: read(1), screen: read(2) };
};

/** Whether two pulses say the same. */
export const samePulse = (one: Pulse, other: Pulse): boolean =>
  sources.every((s) => one[s].sending === other[s].sending && one[s].published === other[s].published);
