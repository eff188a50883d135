import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { isAddressInfo } from './address-info.ts';

/** A request as it arrived. */
export interface RestRequest {
  readonly method: string;
  /** The path, without query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The parsed JSON body, or undefined. */
  readonly body: unknown;
}

/** What a vendor answers. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Something that goes wrong with one request. */
export type Fault =
  /** Answered like this, and not done. */
  | {
      readonly type: 'answer';
      readonly status: number;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  /** Never answered, and not done. */
  | { readonly type: 'hang' }
  /** The connection breaks before anything is done. */
  | { readonly type: 'break' }
  /** It is done, and the connection breaks before the answer. */
  | { readonly type: 'lose-answer' };

/** A vendor's REST interface on this machine. */
export interface RestServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly requests: readonly RestRequest[];
  /** Lets the next requests of this method go wrong, one fault each, in this order. */
  fail(method: string, ...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

const read = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const send = (response: ServerResponse, { status, body }: RestAnswer): void => {
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};

/** Serves a vendor's interface on a free port of this machine, until it is closed. */
export const startRestServer = async (answer: (request: RestRequest) => RestAnswer): Promise<RestServer> => {
  const requests: RestRequest[] = [];
  const faults = new Map<string, Fault[]>();
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = incoming;
    const request = { method, path: new URL(url, 'http://localhost').pathname, headers, body: await read(incoming) };
    requests.push(request);
    const fault = faults.get(method)?.shift();
    switch (fault?.type) {
      case 'hang':
        return;
      case 'break':
        incoming.socket.destroy();
        return;
      case 'answer':
        response.writeHead(fault.status, fault.headers ?? {}).end(fault.text ?? '');
        return;
      case 'lose-answer':
        answer(request);
        incoming.socket.destroy();
        return;
      case undefined:
        send(response, answer(request));
    }
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!isAddressInfo(address)) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    fail(method, ...next) {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
