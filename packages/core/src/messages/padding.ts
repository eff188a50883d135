/** What is sealed always has a size that is a multiple of this, so that a length says little about the words. */
export const paddingClass = 256;
/** The largest class that still fits an envelope. */
export const maximumPaddedBytes = 5 * paddingClass;
const lengthPrefix = 2;
/** How many bytes of content one envelope holds. */
export const maximumPartBytes = maximumPaddedBytes - lengthPrefix;

/** Puts the length in front (u16, big-endian) and fills up with zeros to the next class. @throws RangeError */
export const pad = (content: Uint8Array): Uint8Array<ArrayBuffer> => {
  if (content.length > maximumPartBytes) throw new RangeError(`One part holds at most ${maximumPartBytes} bytes.`);
  const padded = new Uint8Array(Math.ceil((content.length + lengthPrefix) / paddingClass) * paddingClass);
  padded[0] = content.length >> 8;
  padded[1] = content.length;
  padded.set(content, lengthPrefix);
  return padded;
};

/** The content of padded bytes, or null when they were not padded as `pad` does it. */
export const unpad = (padded: Uint8Array): Uint8Array | null => {
  if (padded.length === 0 || padded.length > maximumPaddedBytes || padded.length % paddingClass !== 0) return null;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint16(0);
  const end = lengthPrefix + length;
  if (end > padded.length || padded.length - end >= paddingClass) return null;
  for (let index = end; index < padded.length; index += 1) if (padded[index] !== 0) return null;
  return padded.subarray(lengthPrefix, end);
};
