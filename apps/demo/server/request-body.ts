import type { IncomingMessage } from 'node:http';

const usually = 8_192;

/** A JSON object sent as a body of at most 8 kB, or so many bytes; null when it is anything else. */
export const readJson = async (
  request: IncomingMessage,
  maximumBytes = usually,
): Promise<Readonly<Record<string, unknown>> | null> => {
  if (request.headers['content-type'] !== 'application/json') return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximumBytes) return null;
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
