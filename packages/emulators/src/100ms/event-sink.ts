import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Ledger } from './ledger.ts';
import type { Script } from './script.ts';

/** Stands where the SDK sends events by HTTP while it has no line. It counts them and keeps what they say. */
export class EventSink {
  readonly #ledger: Ledger;
  readonly #script: Script;
  #events = 0;

  constructor(ledger: Ledger, script: Script) {
    this.#ledger = ledger;
    this.#script = script;
  }

  /** How many ever came. */
  get events(): number {
    return this.#events;
  }

  /** Counts from nought again. */
  reset(): void {
    this.#events = 0;
  }

  /** Takes one. */
  handleRequest(request: IncomingMessage, response: ServerResponse, path: string): void {
    text(request)
      .then((body) => {
        this.#events += 1;
        const name = `${request.method ?? 'GET'} ${path}`;
        this.#ledger.write({ way: 'in', place: 'events', peer: null, name }, { headers: request.headers, body });
        const rule = this.#script.match('http', 'events');
        if (rule?.action === 'refuse') response.writeHead(rule.code).end();
        else if (rule?.action !== 'drop') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      })
      .catch(() => request.socket.destroy());
  }
}
