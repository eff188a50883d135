import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { answerInit } from './answer-init.ts';
import type { Account } from './app-token.ts';
import { answerControl } from './control/answer-control.ts';
import { findService } from '../stand-in/find-service.ts';
import { allowOrigin } from './cross-origin.ts';
import { EventSink } from './event-sink.ts';
import { Ledger } from './ledger.ts';
import { Registry } from './registry.ts';
import { Script } from './script.ts';
import { hmsHosts, hmsPrefix } from './services.ts';
import { Signalling } from './signalling.ts';

/** How the stand-in is set up. */
export interface HmsEmulatorOptions {
  /** Path under which the vendor's hosts are found on a shared port. Default `/emulators/100ms`. */
  readonly prefix?: string;
  /** The account whose tokens are accepted. Default: one of its own, which tests read from `registry.account`. */
  readonly account?: Account;
  /** Whether pages may script it, make rooms and tokens and read what went over its lines. For tests; default false. */
  readonly control?: boolean;
}

/**
 * A local stand-in for 100ms' back end, as far as the unmodified SDK needs it for visits: `/init`, the signalling and a
 * media server that forwards. Not affiliated with the vendor; what the real service does may differ.
 */
export class HmsEmulator {
  readonly script = new Script();
  /** What came and went; kept only when it can be controlled. */
  readonly ledger: Ledger;
  readonly registry: Registry;
  readonly signalling: Signalling;
  readonly events: EventSink;
  readonly #prefix: string;
  readonly #options: HmsEmulatorOptions;

  constructor(options: HmsEmulatorOptions = {}) {
    this.#options = options;
    this.#prefix = options.prefix ?? hmsPrefix;
    this.ledger = new Ledger(options.control === true);
    this.registry = new Registry(options.account, this.ledger);
    this.signalling = new Signalling(this.registry, this.script, this.ledger);
    this.events = new EventSink(this.ledger, this.script);
  }

  /** Answers a request if it is for one of the vendor's hosts or under the prefix; else says false. */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    const found = this.#find(request);
    if (!found) return false;
    const { service, path } = found;
    if (this.script.isDown(service)) {
      request.socket.destroy();
      return true;
    }
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return true;
    }
    if (service === 'control' && this.#options.control === true) answerControl(this, request, response);
    else if (service === 'events') this.events.handleRequest(request, response, path);
    else if (service === 'init' && path.startsWith('/init')) {
      const name = `${request.method ?? 'GET'} ${path}`;
      this.ledger.write({ way: 'in', place: 'init', peer: null, name }, { headers: request.headers });
      const { registry, script } = this;
      answerInit({ registry, script, endpoint: this.#endpoint(request) }, request, response);
    } else response.writeHead(404).end();
    return true;
  }

  /** Takes a WebSocket if it is for one of the vendor's hosts or under the prefix; else says false. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const found = this.#find(request);
    if (!found) return false;
    if (found.service !== 'signal' || this.script.isDown('signal')) socket.destroy();
    else this.signalling.handleUpgrade(request, socket, head, found.path);
    return true;
  }

  /** Hangs up on everybody and stops the media. */
  close(): void {
    this.signalling.close();
  }

  #find({ headers: { host }, url = '/' }: IncomingMessage) {
    return findService(hmsHosts, this.#prefix, { host, url });
  }

  /** Where a page that asked here finds the signalling: at the same place. */
  #endpoint({ headers: { host = '' } }: IncomingMessage): string {
    const asVendor = hmsHosts[host.split(':')[0] ?? ''] !== undefined;
    return asVendor ? 'wss://signal.100ms.live/v2/ws' : `ws://${host}${this.#prefix}/signal/v2/ws`;
  }
}
