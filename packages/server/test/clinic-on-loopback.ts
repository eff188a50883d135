import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of the test's own, over real HTTP. */
export interface LoopbackServer {
  /** Without a slash at the end. */
  readonly address: string;
  /** What was asked of it: method and path. */
  readonly calls: readonly string[];
  readonly close: () => Promise<void>;
}

/** Listens on a free port of this machine. */
export const serve = async (
  answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void> | void,
): Promise<LoopbackServer> => {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void answer(request, response, Buffer.concat(chunks));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};

/** Serves the same JSON for each path, to whoever knows the key; 404 for everything else. */
export const serveVendor = (answers: Readonly<Record<string, unknown>>, key?: string): Promise<LoopbackServer> =>
  serve((request, response) => {
    const allowed = key === undefined || request.headers.authorization === `Bearer ${key}`;
    const path = (request.url ?? '').split('?')[0] ?? '';
    const status = !allowed ? 401 : Object.hasOwn(answers, path) ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answers[path] ?? {}));
  });

/** Serves a visit page with these headers. */
export const servePage = (headers: Readonly<Record<string, string>>): Promise<LoopbackServer> =>
  serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end('<!doctype html><title>Visit</title>');
  });

/** Serves a webhook endpoint on Web standards, as if a proxy of ours had taken TLS off. */
export const serveWebhook = (endpoint: (request: Request) => Promise<Response> | Response): Promise<LoopbackServer> =>
  serve(async (request, response, body) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === 'string') headers.set(name, value);
    }
    const asked = new Request(`https://visits.example.invalid${request.url ?? ''}`, {
      method: request.method ?? 'GET',
      headers,
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const { status } = await endpoint(asked);
    response.writeHead(status).end();
  });
