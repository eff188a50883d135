import type { Cancel, Challenge, Clock, Environment, OpaqueId, Trust } from '@quietroom/core';
import { createChallenge } from '@quietroom/core/passes';
import type { WebSocket } from 'ws';
import { toBase64url } from '../protocol/base64url.ts';
import { parseClientMessage, type ClientMessage } from '../protocol/client-message.ts';
import type { Denial, RelayMessage } from '../protocol/relay-message.ts';
import { entryWithin, socketDeadAfter } from '../protocol/timing.ts';
import { checkEntry } from './entry.ts';
import type { RelayEvent } from './relay-event.ts';
import type { Room } from './room.ts';
import type { Seat, SeatLink } from './seat.ts';
import { createTokenBucket } from './token-bucket.ts';

/** How many frames that are no message of ours somebody inside may send before the socket is closed. */
const malformedAllowed = 3;
/** What a page may leave unread before it is given up, in bytes. */
const backlogAllowed = 1024 * 1024;

/** What a socket needs of its relay. */
export interface SocketOptions {
  readonly room: OpaqueId;
  readonly trust: Trust;
  readonly clock: Clock;
  readonly crypto: Environment['crypto'];
  readonly onEvent: (event: RelayEvent) => void;
  /** The room, opened if need be. Null when there are too many. */
  readonly openRoom: () => Room | null;
  /** The room if it is open. */
  readonly findRoom: () => Room | null;
}

/** One page's socket, from its first byte to its last. */
export class RelaySocket {
  readonly #socket: WebSocket;
  readonly #options: SocketOptions;
  readonly #link: SeatLink;
  readonly #messages;
  readonly #bytes;
  readonly #entryTimer: Cancel;
  #challenge: Challenge | null = null;
  #seated: { readonly room: Room; readonly seat: Seat } | null = null;
  #entering = false;
  #over = false;
  #malformed = 0;
  #heardAt: number;

  constructor(socket: WebSocket, options: SocketOptions) {
    this.#socket = socket;
    this.#options = options;
    const { clock } = options;
    this.#heardAt = clock.now();
    this.#messages = createTokenBucket(240, 40, this.#heardAt);
    this.#bytes = createTokenBucket(512 * 1024, 128 * 1024, this.#heardAt);
    this.#link = {
      send: (message) => {
        this.#send(message);
      },
      end: (reason) => {
        this.#send({ type: 'ended', reason });
        this.#close(1000);
      },
      close: () => {
        this.#close(1000);
      },
    };
    this.#entryTimer = clock.after(entryWithin, () => {
      this.#refuse('silent');
    });
    socket.on('message', (data, isBinary) => {
      this.#receive(Buffer.isBuffer(data) && !isBinary ? data : null);
    });
    // A frame over the limit or broken utf-8 arrives here; `ws` then closes the socket itself.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#gone();
    });
    void this.#challengeThem();
  }

  /** Asks for a sign of life, or, where silence may be judged, gives the socket up when none came for too long. */
  ping(judge: boolean): void {
    if (this.#seated === null || this.#over) return;
    if (judge && this.#options.clock.now() - this.#heardAt > socketDeadAfter) this.terminate();
    else this.#send({ type: 'ping' });
  }

  /** Cuts the socket without waiting for the other side. */
  terminate(): void {
    this.#socket.terminate();
    this.#gone();
  }

  async #challengeThem(): Promise<void> {
    const challenge = await createChallenge(this.#options.crypto);
    this.#challenge = challenge;
    const { publicKey, nonce } = challenge;
    this.#send({ type: 'challenge', publicKey: toBase64url(publicKey), nonce: toBase64url(nonce) });
  }

  #receive(frame: Buffer | null): void {
    if (this.#over) return;
    const now = this.#options.clock.now();
    this.#heardAt = now;
    if (!this.#messages.take(1, now) || !this.#bytes.take(frame?.length ?? 0, now)) {
      this.#refuse('flood');
      return;
    }
    const message = frame === null ? null : parseClientMessage(frame.toString());
    const outOfPlace =
      message !== null && (message.type === 'enter' || message.type === 'resume') !== (this.#seated === null);
    if (message === null || outOfPlace || this.#entering) {
      this.#malformed += 1;
      if (this.#seated === null || this.#malformed >= malformedAllowed) this.#refuse('malformed');
      return;
    }
    if (this.#seated === null) void this.#enter(message);
    else this.#obey(this.#seated.room, this.#seated.seat, message);
  }

  async #enter(message: ClientMessage): Promise<void> {
    this.#entering = true;
    const outcome = await this.#takeSeat(message);
    this.#entering = false;
    if (typeof outcome === 'string') {
      if (this.#over) return;
      this.#options.onEvent({ type: 'entry-refused', room: this.#options.room, code: outcome });
      this.#send({ type: 'denied', code: outcome });
      this.#close(4403);
      return;
    }
    const { room, seat } = outcome;
    this.#entryTimer();
    this.#seated = outcome;
    this.#send({ type: 'entered', secret: seat.secret, now: this.#options.clock.now(), view: room.viewFor(seat) });
    room.turnAwayIfBarred(seat);
    room.show();
  }

  async #takeSeat(message: ClientMessage): Promise<{ room: Room; seat: Seat } | Denial> {
    const { openRoom, findRoom, room: roomId, trust, clock, crypto } = this.#options;
    if (message.type === 'resume') {
      const room = findRoom();
      const seat = room?.resume(message.secret, this.#link) ?? null;
      return room === null || seat === null ? 'resume-refused' : { room, seat };
    }
    if (message.type !== 'enter' || this.#challenge === null) return 'pass-refused';
    const challenge = this.#challenge;
    this.#challenge = null;
    const pass = await checkEntry(message, { room: roomId, trust, now: clock.now(), crypto, challenge });
    if (typeof pass === 'string') return pass;
    // The socket went while the pass was being checked: nobody may sit down behind it.
    if (this.#over) return 'room-unreachable';
    const room = openRoom();
    if (room === null) return 'room-full';
    const seat = room.enter(pass, message.pass, this.#link);
    return typeof seat === 'string' ? seat : { room, seat };
  }

  #obey(room: Room, seat: Seat, message: ClientMessage): void {
    switch (message.type) {
      case 'action': {
        const refusal = room.act(seat, message.action);
        const { request } = message;
        this.#send(refusal === null ? { type: 'done', request } : { type: 'refused', request, code: refusal });
        return;
      }
      case 'signal':
        room.signal(seat, message.to, message.session, message.signal);
        return;
      case 'leave':
        room.leave(seat);
        return;
      case 'pong':
      case 'enter':
      case 'resume':
        return;
    }
  }

  #refuse(why: Extract<RelayEvent, { why: unknown }>['why']): void {
    if (this.#over) return;
    this.#options.onEvent({ type: 'socket-refused', room: this.#options.room, why });
    this.#close(4400);
    this.#gone();
  }

  #send(message: RelayMessage): void {
    if (this.#over) return;
    this.#socket.send(JSON.stringify(message));
    if (this.#socket.bufferedAmount > backlogAllowed) {
      this.#options.onEvent({ type: 'socket-refused', room: this.#options.room, why: 'slow' });
      this.terminate();
    }
  }

  #close(code: number): void {
    if (this.#over) return;
    this.#over = true;
    this.#entryTimer();
    this.#socket.close(code);
  }

  #gone(): void {
    this.#over = true;
    this.#entryTimer();
    this.#seated?.room.drop(this.#seated.seat, this.#link);
    this.#seated = null;
  }
}
