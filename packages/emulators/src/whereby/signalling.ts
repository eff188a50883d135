import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server, type Socket } from 'socket.io';
import { replaceTexts } from '../stand-in/script.ts';
import { Connection } from './connection.ts';
import { handlers } from './handlers/index.ts';
import type { Ledger } from './ledger.ts';
import type { Registry } from './registry.ts';
import { requestShapes, type RequestName } from './requests.ts';
import type { Script } from './script.ts';
import { relayedMessages } from './wire.ts';

const socketPath = '/protocol/socket.io/v4';

const isRequest = (name: string): name is RequestName => Object.hasOwn(requestShapes, name);
const isRelayed = (name: string): name is (typeof relayedMessages)[number] =>
  relayedMessages.some((relayed) => relayed === name);

/** The signalling server: socket.io at the vendor's path. */
export class Signalling {
  readonly #ledger: Ledger;
  readonly #script: Script;
  readonly #registry: Registry;
  /** It never listens: it is handed the requests of the server this is attached to. */
  readonly #door = createServer();
  readonly #io: Server;
  readonly #connections = new Set<Connection>();

  constructor(registry: Registry, script: Script, ledger: Ledger) {
    this.#registry = registry;
    this.#script = script;
    this.#ledger = ledger;
    this.#io = new Server(this.#door, {
      path: socketPath,
      serveClient: false,
      cors: { origin: true, credentials: true },
      maxHttpBufferSize: 1_000_000,
    });
    this.#io.on('connection', (socket) => {
      this.#welcome(socket);
    });
  }

  /** Every open line. */
  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  /** Answers long polling, which the SDK falls back to. `path` is the path at the vendor's host. */
  handleRequest(request: IncomingMessage, response: ServerResponse, path: string): void {
    request.url = path;
    if (path.startsWith(socketPath)) this.#door.emit('request', request, response);
    else response.writeHead(404).end();
  }

  /** Takes a WebSocket. `path` is the path at the vendor's host. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): void {
    request.url = path;
    if (path.startsWith(socketPath)) this.#door.emit('upgrade', request, socket, head);
    else socket.destroy();
  }

  /** Hangs up on everybody. */
  close(): void {
    this.#io.disconnectSockets(true);
    this.#io.engine.close();
  }

  #welcome(socket: Socket): void {
    const connection = new Connection(socket, this.#registry, this.#script);
    this.#connections.add(connection);
    this.#ledger.write('signal', 'connect', { url: socket.request.url, headers: socket.request.headers });
    socket.onAny((name: string, payload: unknown) => {
      this.#ledger.write('signal', name, payload ?? null);
      const rule = this.#script.match('request', name, connection.selfId);
      if (rule?.action === 'drop') return;
      if (rule?.action === 'refuse') refuse(connection, name, rule.error);
      else if (rule?.action === 'replace') answer(connection, name, replaceTexts(payload, rule.by));
      else if (rule?.action === 'delay') {
        setTimeout(() => {
          answer(connection, name, payload);
        }, rule.milliseconds).unref();
      } else answer(connection, name, payload);
    });
    socket.on('disconnect', () => {
      this.#connections.delete(connection);
      connection.depart();
    });
  }
}

const answer = (connection: Connection, name: string, payload: unknown): void => {
  if (isRelayed(name)) relay(connection, name, payload);
  else if (isRequest(name)) handlers[name](connection, payload);
};

const relay = (connection: Connection, name: (typeof relayedMessages)[number], payload: unknown): void => {
  if (typeof payload !== 'object' || payload === null || !('receiverId' in payload)) return;
  const { receiverId } = payload;
  const receiver = typeof receiverId === 'string' ? connection.seat?.room.occupants.get(receiverId) : undefined;
  const message = 'message' in payload ? { message: payload.message } : {};
  receiver?.connection?.emit(name, { clientId: connection.selfId, ...message });
};

/** Says no in the way the SDK expects it; where it expects no answer, it gets none. */
const refuse = (connection: Connection, name: string, error: string): void => {
  const locked = error === 'room_locked' ? { isLocked: true, selfId: connection.selfId } : {};
  if (name === 'join_room') connection.emit('room_joined', { error, ...locked });
  else if (name === 'chat_message') connection.emit('chat_message', { error });
  else if (name === 'start_recording') connection.emit('cloud_recording_started', { error });
  else if (name === 'live_captions_enabled') connection.emit('live_captions_started', { error });
  else if (name === 'start_live_transcription') connection.emit('live_transcription_started', { error });
  else if (name === 'send_client_metadata') connection.emit('client_metadata_received', { error });
};
