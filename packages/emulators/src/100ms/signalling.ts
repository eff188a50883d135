import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { WebSocketServer, type WebSocket } from 'ws';
import { replaceTexts } from '../stand-in/script.ts';
import { handlers } from './handlers/index.ts';
import type { Ledger } from './ledger.ts';
import { Line } from './line.ts';
import { Peer } from './peer.ts';
import type { Registry } from './registry.ts';
import { requestShapes, type RequestName } from './requests.ts';
import type { Room } from './room.ts';
import type { Script } from './script.ts';
import { WireError } from './wire.ts';

/** How long somebody whose line broke stays in the room, in milliseconds. What the vendor allows is unknown. */
const grace = 30_000;

/** What the SDK closes a line with when it leaves, also where it does not say so before (RFC 6455 §7.4.1). */
const normalClose = 1_000;

const message = v.object({ method: v.string(), id: v.optional(v.string()), params: v.optional(v.unknown()) });

const isRequest = (name: string): name is RequestName => Object.hasOwn(requestShapes, name);

/** The signalling server: a WebSocket for each browser, which brings its token in the address. */
export class Signalling {
  readonly #registry: Registry;
  readonly #script: Script;
  readonly #ledger: Ledger;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 });
  readonly #leaving = new Map<Peer, NodeJS.Timeout>();

  constructor(registry: Registry, script: Script, ledger: Ledger) {
    this.#registry = registry;
    this.#script = script;
    this.#ledger = ledger;
  }

  /** How many lines are open. */
  get lines(): number {
    return this.#sockets.clients.size;
  }

  /** Takes a WebSocket whose token lets it in; refuses others as HTTP does. `path` is the path at the vendor's host. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): void {
    const query = new URLSearchParams(path.slice(path.indexOf('?') + 1));
    const id = query.get('peer') ?? '';
    this.#ledger.write({ way: 'in', place: 'signal', peer: id, name: 'connect' }, { path, headers: request.headers });
    try {
      const { room, claims } = this.#registry.admit(query.get('token') ?? '');
      const known = room.peers.get(id);
      if (id === '' || (known && known.userId !== claims.userId))
        throw new WireError(403, 'that peer is somebody else');
      const peer = known ?? new Peer(id, claims.userId, claims.role);
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        this.#welcome(webSocket, room, peer);
      });
    } catch (error) {
      const code = error instanceof WireError ? error.code : 400;
      socket.end(`HTTP/1.1 ${code} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    }
  }

  /** Breaks somebody's line, or everybody's of a room. */
  hangUp(room: Room, peerId?: string): void {
    for (const peer of room.peers.values()) {
      if (peerId === undefined || peer.id === peerId) peer.line?.socket.terminate();
    }
  }

  /** Hangs up on everybody, for good. */
  close(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
    for (const room of this.#registry.rooms) for (const peer of room.peers.values()) room.leave(peer);
    for (const webSocket of this.#sockets.clients) webSocket.terminate();
    this.#sockets.close();
  }

  #welcome(socket: WebSocket, room: Room, peer: Peer): void {
    clearTimeout(this.#leaving.get(peer));
    this.#leaving.delete(peer);
    const old = peer.line;
    const line = new Line(socket, peer.id, this.#script, this.#ledger);
    peer.line = line;
    old?.socket.terminate();
    room.peers.set(peer.id, peer);
    socket.on('message', (data: Buffer) => {
      this.#hear(line, room, peer, data.toString());
    });
    socket.on('error', () => {
      socket.terminate();
    });
    socket.on('close', (code) => {
      if (peer.line !== line) return;
      peer.line = null;
      if (peer.joinedAt === null || code === normalClose) {
        room.leave(peer);
        return;
      }
      const timer = setTimeout(() => {
        this.#leaving.delete(peer);
        room.leave(peer);
      }, grace);
      this.#leaving.set(peer, timer.unref());
    });
    room.tellPolicy(peer);
    if (peer.joinedAt !== null) {
      room.tellState(peer);
      peer.media?.subscribe.repeat();
    } else if (room.previewState) {
      const peers = Object.fromEntries(room.joined.map((one) => [one.id, one.describeFully()]));
      peer.push('room-state', { peer_count: room.joined.length, room: room.describe(), peers });
    }
  }

  #hear(line: Line, room: Room, peer: Peer, text: string): void {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), message), text);
    if (!parsed.success) {
      line.heard('unreadable', text);
      return;
    }
    const { method, id, params: sent } = parsed.output;
    line.heard(method, text);
    const rule = this.#script.match('request', method, peer.id);
    if (rule?.action === 'drop') return;
    const params = rule?.action === 'replace' ? replaceTexts(sent, rule.by) : sent;
    const reply = (result: object) => {
      if (id !== undefined) line.answer(id, result);
    };
    const refuse = (error: unknown) => {
      if (id === undefined) return;
      line.refuse(id, error instanceof WireError ? error : new WireError(500, String(error)));
    };
    if (rule?.action === 'refuse') {
      refuse(new WireError(rule.code, rule.message ?? 'refused'));
      return;
    }
    const work = () => {
      carryOut(room, peer, method, params).then((done) => {
        reply(done.result ?? {});
        done.after?.();
      }, refuse);
    };
    if (rule?.action === 'delay') setTimeout(work, rule.milliseconds).unref();
    else work();
  }
}

const carryOut = async (room: Room, peer: Peer, method: string, params: unknown) => {
  if (!isRequest(method)) throw new WireError(404, `${method} is not known here`);
  return handlers[method](room, peer, params);
};
