import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const attempt = <Value>(decode: () => Value): Value | null => {
  try {
    return decode();
  } catch {
    return null;
  }
};

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const withoutEntities = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return attempt(() => String.fromCodePoint(code)) ?? whole;
  });

const withoutEscapes = (text: string): string =>
  text.replaceAll(/\\u\{?([\da-f]{4,6})\}?/gi, (whole, hex: string) => {
    return attempt(() => String.fromCodePoint(Number.parseInt(hex, 16))) ?? whole;
  });

const withoutPercents = (text: string): string =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => attempt(() => decodeURIComponent(run)) ?? run);

/** One layer of the spellings that addresses, pages and JSON give to a character. */
const peel = (text: string): string => withoutPercents(withoutEntities(withoutEscapes(text)));

const inflated = (bytes: Buffer): readonly Buffer[] => {
  const [first = 0, second = 0] = bytes;
  const limit = { maxOutputLength: 10_000_000 };
  if (first === 0x1f && second === 0x8b) return [attempt(() => gunzipSync(bytes, limit))].flatMap((one) => one ?? []);
  if (first === 0x78) return [attempt(() => inflateSync(bytes, limit))].flatMap((one) => one ?? []);
  // Readable bytes are not worth trying: a raw stream has no mark of its own.
  if (bytes.length < 20 || bytes.subarray(0, 20).every((byte) => byte >= 0x20 && byte < 0x7f)) return [];
  return [attempt(() => inflateRawSync(bytes, limit))].flatMap((one) => one ?? []);
};

const packed = (text: string): readonly Buffer[] => [
  ...(text.match(/[\w+/-]{16,}/g) ?? []).map((run) => Buffer.from(run, 'base64url')),
  ...(text.match(/(?:[\da-f]{2}){8,}/gi) ?? []).map((run) => Buffer.from(run, 'hex')),
];

/** UTF-16, wherever it begins: every second byte of Latin text is zero. */
const wide = (bytes: Buffer): readonly string[] =>
  bytes.includes(0) ? [bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')] : [];

/**
 * Everything that can be read out of what was caught: text in UTF-8 and UTF-16; percent signs, entities and escapes
 * resolved twice; compressed bodies; and what was packed into base64 or hexadecimal, a token's parts among it.
 * socket.io and MessagePack frames carry their strings as they are.
 */
export function* readings(caught: string | Uint8Array, depth = 2): Generator<string> {
  const bytes = typeof caught === 'string' ? null : Buffer.from(caught);
  const text = typeof caught === 'string' ? caught : (bytes?.toString('utf8') ?? '');
  yield text;
  const once = peel(text);
  if (once !== text) yield once;
  const twice = peel(once);
  if (twice !== once) yield twice;
  if (bytes !== null) {
    yield* wide(bytes);
    if (depth > 0) for (const body of inflated(bytes)) yield* readings(body, depth - 1);
  }
  if (depth > 0) for (const inner of packed(twice)) yield* readings(inner, depth - 1);
}
