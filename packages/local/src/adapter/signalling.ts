import {
  RoomError,
  type Cancel,
  type ConnectRequest,
  type Environment,
  type RoomEnd,
  type RoomNotice,
} from '@quietroom/core';
import { fromBase64url, toBase64url } from '../protocol/base64url.ts';
import type { ClientMessage, RelayAction } from '../protocol/client-message.ts';
import type { RelayMessage, View } from '../protocol/relay-message.ts';
import type { Signal } from '../protocol/signal.ts';
import { entryWithin, seatKeptFor } from '../protocol/timing.ts';
import { Denied, openRelayLink, type Challenge, type RelayLink } from './relay-link.ts';

/** How long the relay may take to carry out an action, in milliseconds. */
const answerWithin = 10_000;
/** How long one try to come back may take, in milliseconds. */
const comeBackWithin = 4000;

/** What the relay tells this page. */
export interface SignallingEvents {
  view(view: View): void;
  signal(from: string, session: number, signal: Signal): void;
  notice(notice: Extract<RoomNotice, { by: unknown }>['type'], by: string): void;
  link(state: 'up' | 'interrupted'): void;
  ended(reason: RoomEnd): void;
  failed(error: RoomError): void;
}

/** What signalling is made with. */
export interface SignallingOptions {
  readonly url: URL;
  readonly request: Pick<ConnectRequest, 'token' | 'proof' | 'signal'>;
  readonly environment: Pick<Environment, 'clock' | 'crypto'>;
  readonly events: SignallingEvents;
}

const toRoomError = (error: unknown): RoomError =>
  error instanceof Denied
    ? new RoomError(error.code === 'resume-refused' ? 'connection-lost' : error.code)
    : RoomError.from(error, 'room-unreachable');

/** A refusal of the pass or the room does not go away by trying again; everything else may. */
const isFinal = (error: unknown): boolean =>
  error instanceof Denied || (error instanceof RoomError && error.code.startsWith('pass-'));

/** This page's line to the relay. When it drops it comes back by itself, for as long as the relay keeps the seat. */
export class Signalling {
  readonly #options: SignallingOptions;
  readonly #stop = new AbortController();
  readonly #pending = new Map<number, (error: RoomError | null) => void>();
  #link: RelayLink | null = null;
  #secret: string | null = null;
  #requests = 0;

  constructor(options: SignallingOptions) {
    this.#options = options;
  }

  /** Enters the room. @throws RoomError */
  async connect(): Promise<{ readonly view: View; readonly now: number }> {
    const { signal } = this.#options.request;
    const abort = (): void => {
      this.#stop.abort();
    };
    if (signal.aborted) throw new RoomError('cancelled');
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await this.#open(entryWithin);
    } catch (error) {
      throw toRoomError(error);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Asks the relay to carry an action out. @throws RoomError */
  async perform(action: RelayAction): Promise<void> {
    const link = this.#link;
    if (link === null) throw new RoomError('action-failed');
    const request = ++this.#requests;
    const error = await new Promise<RoomError | null>((answer) => {
      const stopWaiting = this.#options.environment.clock.after(answerWithin, () => {
        this.#answer(request, new RoomError('action-failed'));
      });
      this.#pending.set(request, (outcome) => {
        stopWaiting();
        answer(outcome);
      });
      link.send({ type: 'action', request, action });
    });
    if (error !== null) throw error;
  }

  /** Passes a word of set-up to another page. Lost when the line is down: the other side is asked again later. */
  signal(to: string, session: number, signal: Signal): void {
    this.#link?.send({ type: 'signal', to, session, signal });
  }

  /** Says goodbye and closes the line, whatever its state. */
  async close(): Promise<void> {
    this.#stop.abort();
    const link = this.#link;
    this.#link = null;
    this.#secret = null;
    this.#answerAll(new RoomError('cancelled'));
    link?.send({ type: 'leave' });
    await link?.close();
  }

  async #open(within: number): Promise<{ readonly view: View; readonly now: number }> {
    // Asked for while the line is being opened: neither waits for the other.
    const pass = this.#secret === null ? this.#options.request.token() : null;
    pass?.catch(() => undefined);
    const link = await openRelayLink({
      url: this.#options.url,
      clock: this.#options.environment.clock,
      signal: this.#stop.signal,
      within,
      greet: (challenge) => this.#greet(challenge, pass),
      onMessage: (message) => {
        this.#receive(message);
      },
      onDropped: () => {
        this.#dropped();
      },
    });
    this.#link = link;
    this.#secret = link.entered.secret;
    return link.entered;
  }

  async #greet(challenge: Challenge, asked: Promise<string> | null): Promise<ClientMessage> {
    const secret = this.#secret;
    if (secret !== null) return { type: 'resume', secret };
    const { proof } = this.#options.request;
    if (proof === undefined || asked === null) throw new RoomError('pass-missing');
    const key = fromBase64url(challenge.publicKey);
    const nonce = fromBase64url(challenge.nonce);
    if (key === null || nonce === null) throw new RoomError('room-unreachable');
    const [pass, answer] = await Promise.all([asked, proof.answer(key, nonce)]);
    return { type: 'enter', pass, publicKey: toBase64url(proof.publicKey), answer: toBase64url(answer) };
  }

  #receive(message: RelayMessage): void {
    const { events } = this.#options;
    switch (message.type) {
      case 'view':
        events.view(message.view);
        return;
      case 'signal':
        events.signal(message.from, message.session, message.signal);
        return;
      case 'notice':
        events.notice(message.notice, message.by);
        return;
      case 'done':
        this.#answer(message.request, null);
        return;
      case 'refused':
        this.#answer(message.request, new RoomError(message.code));
        return;
      case 'ended':
        // Whoever ended it for everyone hears of it in these words as well.
        this.#answerAll(message.reason === 'ended-for-everyone' ? null : new RoomError('cancelled'));
        void this.close();
        events.ended(message.reason);
        return;
      case 'ping':
      case 'challenge':
      case 'entered':
      case 'denied':
        return;
    }
  }

  #dropped(): void {
    this.#link = null;
    this.#answerAll(new RoomError('action-failed'));
    this.#options.events.link('interrupted');
    void this.#comeBack();
  }

  /** First with the secret; refused, once more through the front door; over when the seat is given up. */
  async #comeBack(): Promise<void> {
    const { environment, events } = this.#options;
    const deadline = environment.clock.now() + seatKeptFor;
    for (let tries = 0; environment.clock.now() < deadline; tries += 1) {
      if (tries > 0) await this.#pause(Math.min(2000, 250 * 2 ** (tries - 1)));
      if (this.#isStopped()) return;
      try {
        const { view } = await this.#open(comeBackWithin);
        events.view(view);
        events.link('up');
        return;
      } catch (error) {
        if (this.#isStopped()) return;
        if (error instanceof Denied && error.code === 'resume-refused' && this.#secret !== null) {
          this.#secret = null;
          tries = -1;
        } else if (isFinal(error)) {
          events.failed(toRoomError(error));
          return;
        }
      }
    }
    events.failed(new RoomError('connection-lost'));
  }

  /** Waits a quarter less to a quarter more, so that pages that dropped together do not return together. */
  #pause(milliseconds: number): Promise<void> {
    const { clock, crypto } = this.#options.environment;
    const [drawn = 0] = crypto.getRandomValues(new Uint8Array(1));
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        this.#stop.signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel: Cancel = clock.after(milliseconds * (0.75 + drawn / 512), done);
      this.#stop.signal.addEventListener('abort', done);
    });
  }

  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  #answer(request: number, error: RoomError | null): void {
    const answer = this.#pending.get(request);
    this.#pending.delete(request);
    answer?.(error);
  }

  #answerAll(error: RoomError | null): void {
    for (const request of [...this.#pending.keys()]) this.#answer(request, error);
  }
}
