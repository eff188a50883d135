import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.map': 'application/json',
};

const visitPath = /^\/visit\/[0-9a-f-]{36}$/;

/** The file a path stands for: both pages are the same document, everything else is what the build wrote. */
const fileFor = (path: string): string | null => {
  if (path === '/' || visitPath.test(path)) return 'index.html';
  const file = normalize(path).replace(/^[/\\]+/, '');
  return file.startsWith('..') || file.includes('\0') || file.split(sep).some((part) => part.startsWith('.'))
    ? null
    : file;
};

/** How one page is asked for. */
export interface PageRequest {
  /** The folder of the built pages. */
  readonly folder: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
}

/** Serves one file of the built pages. Answers false when there is no such page. */
export const servePage = async (
  { folder, path, headers }: PageRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  const file = fileFor(path);
  if (file === null) return false;
  const absolute = join(folder, file);
  const found = await stat(absolute).catch(() => null);
  if (!found?.isFile()) return false;
  const hashed = file.startsWith(`assets${sep}`);
  response.writeHead(200, {
    ...headers,
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    // The build puts a hash of the content into the name of everything under assets.
    ...(hashed && { 'cache-control': 'public, max-age=31536000, immutable' }),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(absolute), response);
  return true;
};
