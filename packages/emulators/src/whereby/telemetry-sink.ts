import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Ledger } from './ledger.ts';

/** Stands where the SDK's telemetry goes. It counts connections, keeps what it is told and answers nothing. */
export class TelemetrySink {
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #ledger: Ledger;
  #connections = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** How many connections were ever made. None, when telemetry is off. */
  get connections(): number {
    return this.#connections;
  }

  /** Counts from nought again. */
  reset(): void {
    this.#connections = 0;
  }

  /** Takes a connection. Its path is the path of the page that made it. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): void {
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.#connections += 1;
      this.#ledger.write('telemetry', 'connection', { path, headers: request.headers });
      webSocket.on('message', (data: Buffer) => {
        this.#ledger.write('telemetry', 'message', data.toString());
      });
      webSocket.on('error', () => {
        webSocket.terminate();
      });
    });
  }

  /** Hangs up on everybody. */
  close(): void {
    for (const webSocket of this.#sockets.clients) webSocket.terminate();
    this.#sockets.close();
  }
}
