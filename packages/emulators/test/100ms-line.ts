import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { attachHmsEmulator } from '../src/100ms/attach.ts';
import type { HmsEmulator } from '../src/100ms/emulator.ts';

/** A message of the stand-in, as a client without an SDK reads it. */
export interface Said {
  readonly id?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A line of a person in a test, without an SDK. */
export interface TestLine {
  readonly peer: string;
  readonly said: readonly Said[];
  /** Asks something and resolves with the answer. */
  ask(method: string, params?: object): Promise<Said>;
  /** Says something that is not answered. */
  tell(text: string): void;
  /** Waits until the stand-in has said this, or said it so often. */
  hears(method: string, times?: number): Promise<Said>;
  /** Hangs up: with a code as one who leaves, without as a line that breaks. */
  hangUp(code?: number): Promise<void>;
}

/** The stand-in on a free port of this process. */
export const startStandIn = async () => {
  const server = createServer((_request, response) => {
    response.end('the page');
  });
  const emulator: HmsEmulator = attachHmsEmulator(server, { control: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lines: WebSocket[] = [];

  /** Opens a line. @throws Error with the status that refused it */
  const open = async (token: string, peer: string = crypto.randomUUID()): Promise<TestLine> => {
    const socket = new WebSocket(`ws://${origin}/emulators/100ms/signal/v2/ws?peer=${peer}&token=${token}`);
    lines.push(socket);
    const said: Said[] = [];
    const waiting = new Set<() => void>();
    socket.on('message', (data: Buffer) => {
      said.push(JSON.parse(data.toString()) as Said);
      for (const look of waiting) look();
    });
    await once(socket, 'open');
    const find = (what: () => Said | undefined) =>
      new Promise<Said>((resolve) => {
        const look = () => {
          const found = what();
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    return {
      peer,
      said,
      ask: (method, params = {}) => {
        const id = crypto.randomUUID();
        socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
        return find(() => said.find((one) => one.id === id));
      },
      tell: (text) => {
        socket.send(text);
      },
      hears: (method, times = 1) => find(() => said.filter((one) => one.method === method)[times - 1]),
      hangUp: async (code) => {
        if (code === undefined) socket.terminate();
        else socket.close(code);
        if (socket.readyState !== WebSocket.CLOSED) await once(socket, 'close');
      },
    };
  };

  return {
    emulator,
    origin: `http://${origin}`,
    open,
    close: async () => {
      for (const line of lines) line.terminate();
      emulator.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
