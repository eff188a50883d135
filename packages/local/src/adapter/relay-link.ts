import { RoomError, type Clock } from '@quietroom/core';
import type { ClientMessage } from '../protocol/client-message.ts';
import { parseRelayMessage, type Denial, type RelayMessage } from '../protocol/relay-message.ts';
import { socketDeadAfter } from '../protocol/timing.ts';

type Entered = Extract<RelayMessage, { type: 'entered' }>;
/** What the relay asks everybody who comes. */
export type Challenge = Extract<RelayMessage, { type: 'challenge' }>;

/** The relay's no. */
export class Denied extends Error {
  readonly code: Denial;
  constructor(code: Denial) {
    super(code);
    this.code = code;
  }
}

/** A socket on which the relay has let this page in. */
export interface RelayLink {
  readonly entered: Entered;
  send(message: ClientMessage): void;
  /** Closes the socket; resolves when it is closed, or after a second without the relay's answer. */
  close(): Promise<void>;
}

/** What a link is opened with. */
export interface RelayLinkOptions {
  readonly url: URL;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** How long entering may take, in milliseconds. */
  readonly within: number;
  /** The first word of this page. */
  greet(challenge: Challenge): Promise<ClientMessage>;
  onMessage(message: RelayMessage): void;
  /** The socket is gone, or has been silent for too long. Not called after `close`. */
  onDropped(): void;
}

/**
 * Opens a socket to the relay and enters. @throws Denied when the relay says no, RoomError `room-unreachable` when it
 * does not answer, `cancelled` when the signal aborts; then nothing is left open.
 */
export const openRelayLink = (options: RelayLinkOptions): Promise<RelayLink> =>
  new Promise((resolve, reject) => {
    const { url, clock, signal } = options;
    if (signal.aborted) {
      reject(new RoomError('cancelled'));
      return;
    }
    const socket = new WebSocket(url);
    let state: 'entering' | 'in' | 'over' = 'entering';
    let heardAt = clock.now();
    const listening = new AbortController();

    const leave = (): void => {
      state = 'over';
      listening.abort();
      stopWatching();
      stopEntryTimer();
      socket.close();
    };
    const fail = (error: unknown): void => {
      if (state === 'over') return;
      leave();
      reject(error instanceof Denied ? error : RoomError.from(error, 'room-unreachable'));
    };
    const drop = (): void => {
      const wasIn = state === 'in';
      if (!wasIn) {
        fail(new RoomError('room-unreachable'));
        return;
      }
      leave();
      options.onDropped();
    };
    const stopEntryTimer = clock.after(options.within, () => {
      if (state === 'entering') fail(new RoomError('room-unreachable'));
    });
    const stopWatching = clock.every(1000, () => {
      if (state === 'in' && clock.now() - heardAt > socketDeadAfter) drop();
    });
    const send = (message: ClientMessage): void => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    };
    const close = (): Promise<void> => {
      if (state === 'over') return Promise.resolve();
      const closed = new Promise<void>((done) => {
        const stopWaiting = clock.after(1000, done);
        const onClosed = (): void => {
          stopWaiting();
          done();
        };
        socket.addEventListener('close', onClosed, { once: true });
      });
      leave();
      return closed;
    };

    const enter = (message: RelayMessage): void => {
      if (message.type === 'challenge') options.greet(message).then(send, fail);
      else if (message.type === 'denied') fail(new Denied(message.code));
      else if (message.type === 'entered') {
        state = 'in';
        stopEntryTimer();
        resolve({ entered: message, send, close });
      } else fail(new RoomError('room-unreachable'));
    };

    const { signal: until } = listening;
    socket.addEventListener(
      'message',
      ({ data }) => {
        heardAt = clock.now();
        const message = parseRelayMessage(data);
        if (message === null) return;
        if (state === 'entering') enter(message);
        else if (message.type === 'ping') send({ type: 'pong' });
        else options.onMessage(message);
      },
      { signal: until },
    );
    socket.addEventListener('close', drop, { signal: until });
    socket.addEventListener('error', drop, { signal: until });
    signal.addEventListener(
      'abort',
      () => {
        if (state === 'entering') fail(new RoomError('cancelled'));
      },
      { signal: until },
    );
  });
