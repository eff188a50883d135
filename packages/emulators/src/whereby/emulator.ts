import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { answerControl } from './control/answer-control.ts';
import { allowOrigin } from './cross-origin.ts';
import { answerDevice } from './device-api.ts';
import { Ledger } from './ledger.ts';
import { Registry } from './registry.ts';
import { Script } from './script.ts';
import { findService, wherebyPrefix } from './services.ts';
import { Signalling } from './signalling.ts';
import { TelemetrySink } from './telemetry-sink.ts';

/** How the stand-in is set up. */
export interface WherebyEmulatorOptions {
  /** Path under which the vendor's hosts are found on a shared port. Default `/emulators/whereby`. */
  readonly prefix?: string;
  /** The subdomains there are. Default `quietroom`. Any other is unknown. */
  readonly organisations?: readonly string[];
  /** Whether pages may script it, make rooms and read what it was sent. For tests; default false. */
  readonly control?: boolean;
}

/**
 * A local stand-in for Whereby's back end, as far as the unmodified `WherebyClient` needs it: rooms from browser to
 * browser, with everything but a media server. Not affiliated with the vendor; what the real service does may differ.
 */
export class WherebyEmulator {
  readonly registry = new Registry();
  readonly script = new Script();
  /** What it was sent; kept only when it can be controlled. */
  readonly ledger: Ledger;
  readonly telemetry: TelemetrySink;
  readonly signalling: Signalling;
  readonly #silent = new WebSocketServer({ noServer: true });
  readonly #prefix: string;
  readonly #options: WherebyEmulatorOptions;

  constructor(options: WherebyEmulatorOptions = {}) {
    this.#options = options;
    this.#prefix = options.prefix ?? wherebyPrefix;
    this.ledger = new Ledger(options.control === true);
    this.telemetry = new TelemetrySink(this.ledger);
    this.signalling = new Signalling(this.registry, this.script, this.ledger);
    for (const subdomain of options.organisations ?? ['quietroom']) this.registry.addOrganisation(subdomain);
  }

  /** Answers a request if it is for one of the vendor's hosts or under the prefix; else says false. */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    const found = findService(request.headers.host, request.url ?? '/', this.#prefix);
    if (!found) return false;
    const { service, path } = found;
    if (this.script.isDown(service)) {
      request.socket.destroy();
      return true;
    }
    if (service === 'signal') {
      this.signalling.handleRequest(request, response, path);
      return true;
    }
    allowOrigin(request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return true;
    }
    if (service === 'control') {
      if (this.#options.control === true) answerControl(this, request, response);
      else response.writeHead(404).end();
      return true;
    }
    if (service === 'nowhere') {
      response.writeHead(404).end();
      return true;
    }
    const method = request.method ?? 'GET';
    this.ledger.write(service, `${method} ${path}`, { headers: request.headers });
    if (service === 'api' && answerDevice({ method, path }, response, this.registry, this.script)) return true;
    response.writeHead(404).end();
    return true;
  }

  /** Takes a WebSocket if it is for one of the vendor's hosts or under the prefix; else says false. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const found = findService(request.headers.host, request.url ?? '/', this.#prefix);
    if (!found) return false;
    const { service, path } = found;
    if (this.script.isDown(service)) socket.destroy();
    else if (service === 'signal') this.signalling.handleUpgrade(request, socket, head, path);
    else if (service === 'telemetry') this.telemetry.handleUpgrade(request, socket, head, path);
    else if (service === 'sfu') this.#keepSilent(request, socket, head, path);
    else socket.destroy();
    return true;
  }

  /** Hangs up on everybody. */
  close(): void {
    this.signalling.close();
    this.telemetry.close();
    for (const webSocket of this.#silent.clients) webSocket.terminate();
  }

  /** A group room's media server: it takes the call and says nothing. */
  #keepSilent(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): void {
    this.ledger.write('sfu', 'connection', { path });
    this.#silent.handleUpgrade(request, socket, head, () => undefined);
  }
}
