import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HmsEmulator } from '@quietroom/emulators/100ms';
import type { WherebyEmulator } from '@quietroom/emulators/whereby';
import type { Relay, TurnDesk } from '@quietroom/local/relay';
import type { PassIssuer } from '@quietroom/server';
import { answerApi, type ApiContext } from './api.ts';
import { Clinic } from './clinic.ts';
import { HmsRooms } from './hms-rooms.ts';
import { servePage } from './pages.ts';
import { acceptedHost, isSameOrigin, securityHeaders } from './security-headers.ts';
import { SignIn } from './sign-in.ts';
import { VisitRecords } from './visit-records.ts';
import { WaitingList } from './waiting-list.ts';
import { WherebyRooms } from './whereby-rooms.ts';

/** How the demo is set up. */
export interface DemoServerOptions {
  /** The folder of the built pages. */
  readonly pages: string;
  readonly passes: PassIssuer;
  readonly relay: Relay;
  /** Makes credentials for a TURN server, where the demo has one. */
  readonly turn?: TurnDesk | undefined;
  /** Whether everything goes through it. */
  readonly turnOnly?: boolean;
  /** The stand-in for Whereby; absent when other machines can reach the demo. */
  readonly whereby?: WherebyEmulator | undefined;
  /** The stand-in for 100ms; absent when other machines can reach the demo. */
  readonly hms?: HmsEmulator | undefined;
  /** True when it listens for other machines than this one. */
  readonly exposed: boolean;
  readonly clinicianKey?: string | undefined;
  readonly now?: () => number;
}

/** The whole demo on one port: pages, sign-in, passes, roster, the day's list, the relay and the vendors' stand-ins. */
export class DemoServer {
  readonly #options: DemoServerOptions;
  readonly #context: ApiContext;
  readonly #http: Server;

  constructor(options: DemoServerOptions) {
    this.#options = options;
    this.#context = {
      clinic: new Clinic(),
      signIn: new SignIn({ exposed: options.exposed, clinicianKey: options.clinicianKey }),
      waiting: new WaitingList(options.now ?? Date.now),
      passes: options.passes,
      records: new VisitRecords(),
      turn: options.turn ?? null,
      turnOnly: options.turnOnly ?? false,
      wherebyRooms: options.whereby ? new WherebyRooms(options.whereby) : null,
      hmsRooms: options.hms ? new HmsRooms(options.hms) : null,
    };
    this.#http = createServer({ requestTimeout: 20_000, headersTimeout: 10_000 }, (request, response) => {
      this.#answer(request, response).catch(() => {
        if (!response.headersSent) response.writeHead(500, { 'cache-control': 'no-store' });
        response.end();
      });
    });
    this.#http.on('upgrade', (request, socket, head) => {
      this.#upgrade(request, socket, head);
    });
  }

  /** Starts listening and resolves with the port. Port 0 takes a free one. @throws when the port is taken */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, host, () => {
        this.#http.off('error', reject);
        resolve((this.#http.address() as AddressInfo).port);
      });
    });
  }

  /** Stops listening, ends every connection and resolves when the port is free. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) =>
      this.#http.close(() => {
        resolve();
      }),
    );
    this.#options.relay.close();
    this.#options.whereby?.close();
    this.#options.hms?.close();
    this.#http.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = acceptedHost(request, this.#options.exposed);
    if (host === null) {
      response.writeHead(421, { 'cache-control': 'no-store' }).end();
      return;
    }
    if (this.#options.whereby?.handleRequest(request, response)) return;
    if (this.#options.hms?.handleRequest(request, response)) return;
    const headers = securityHeaders(host);
    const url = new URL(request.url ?? '/', `http://${host}`);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (url.pathname.startsWith('/api/')) {
      const answer =
        reads || isSameOrigin(request, host)
          ? await answerApi(this.#context, request, url)
          : { status: 403, body: { error: 'other-origin' } };
      const body = JSON.stringify(answer.body);
      response.writeHead(answer.status, { ...headers, 'content-type': 'application/json' }).end(body);
      return;
    }
    if (!reads) {
      response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
      return;
    }
    const page = { folder: this.#options.pages, path: url.pathname, headers };
    if (await servePage(page, request, response)) return;
    response
      .writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
      .end('There is no such page.\n');
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const host = acceptedHost(request, this.#options.exposed);
    const path = (request.url ?? '').split('?')[0];
    const own = host !== null && isSameOrigin(request, host);
    if (own && this.#options.whereby?.handleUpgrade(request, socket, head)) return;
    if (own && this.#options.hms?.handleUpgrade(request, socket, head)) return;
    if (!own || path !== '/relay') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#options.relay.handleUpgrade(request, socket, head);
  }
}
