import { timingSafeEqual } from 'node:crypto';
import type { Clock, Environment, OpaqueId, RoomEnd, VisitPass } from '@quietroom/core';
import { toBase64url } from '../protocol/base64url.ts';
import type { RelayAction } from '../protocol/client-message.ts';
import type { ActionRefusal, Denial, View } from '../protocol/relay-message.ts';
import type { Signal } from '../protocol/signal.ts';
import { seatKeptFor } from '../protocol/timing.ts';
import { performAction, type RoomState } from './action.ts';
import type { RelayEvent } from './relay-event.ts';
import type { Seat, SeatLink } from './seat.ts';
import { createTokenBucket } from './token-bucket.ts';
import { viewFor } from './view.ts';

/** What a room is made with. */
export interface RoomOptions {
  readonly id: OpaqueId;
  readonly maximumParticipants: number;
  /** How many may be inside without being admitted. */
  readonly maximumWaiting: number;
  readonly clock: Clock;
  readonly crypto: Pick<Environment['crypto'], 'getRandomValues'>;
  readonly onEvent: (event: RelayEvent) => void;
  readonly onEmpty: () => void;
}

/** One visit at the relay: who has a seat, who waits, who may do what. Knows nothing of sockets or passes' signatures. */
export class Room {
  readonly #options: RoomOptions;
  readonly #state: RoomState;
  /** The newest pass seen of everybody: an older one is a leftover, or a copy. */
  readonly #newestPass = new Map<OpaqueId, number>();

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#state = {
      seats: new Map(),
      barred: new Set(),
      locked: false,
      admissions: 0,
      maximumParticipants: options.maximumParticipants,
      now: () => options.clock.now(),
      vacate: (seat, reason) => {
        this.#vacate(seat, reason);
      },
      event: (type, seat) => {
        this.#event(type, seat);
      },
      roomEvent: (type) => {
        options.onEvent({ type, room: options.id });
      },
    };
  }

  /** Takes a seat for somebody whose pass and key were verified. */
  enter(pass: VisitPass, token: string, link: SeatLink): Seat | Denial {
    const { seats, barred } = this.#state;
    if ((this.#newestPass.get(pass.sub) ?? 0) > pass.issued) return 'pass-refused';
    const former = seats.get(pass.sub);
    // The same key is the same page, which lost its way back. Another key is another page: it starts at the door.
    if (former?.pass.thumbprint === pass.thumbprint && former.pass.role === pass.role) {
      this.#newestPass.set(pass.sub, pass.issued);
      former.pass = pass;
      former.token = token;
      return this.#giveBack(former, link);
    }
    if (!this.#hasPlaceFor(pass)) return 'room-full';
    this.#newestPass.set(pass.sub, pass.issued);
    if (former !== undefined) {
      former.keep?.();
      former.link?.end('replaced');
      seats.delete(pass.sub);
      this.#event('replaced', former);
    }
    const admitted = pass.role === 'clinician' && !barred.has(pass.sub);
    const seat: Seat = {
      pass,
      token,
      session: this.#newSession(),
      admission: admitted ? 'admitted' : 'outside',
      since: 0,
      admittedAs: admitted ? ++this.#state.admissions : 0,
      handRaised: false,
      knocks: createTokenBucket(5, 0.2, this.#options.clock.now()),
      link,
      secret: this.#newSecret(),
      shown: '',
      keep: null,
    };
    seats.set(pass.sub, seat);
    this.#event('entered', seat);
    return seat;
  }

  /** Gives a seat back to the page whose socket dropped, with a new secret. Null when nothing fits the secret. */
  resume(secret: string, link: SeatLink): Seat | null {
    const offered = Buffer.from(secret);
    for (const seat of this.#state.seats.values()) {
      const expected = Buffer.from(seat.secret);
      if (offered.length !== expected.length || !timingSafeEqual(offered, expected)) continue;
      return this.#giveBack(seat, link);
    }
    return null;
  }

  /** The socket is gone without goodbye: the seat waits for its page. */
  drop(seat: Seat, link: SeatLink): void {
    if (seat.link !== link || this.#state.seats.get(seat.pass.sub) !== seat) return;
    seat.link = null;
    seat.keep = this.#options.clock.after(seatKeptFor, () => {
      this.#event('expired', seat);
      this.#vacate(seat, null);
      this.show();
    });
    this.#event('dropped', seat);
    this.show();
  }

  leave(seat: Seat): void {
    if (this.#state.seats.get(seat.pass.sub) !== seat) return;
    this.#event('left', seat);
    this.#vacate(seat, null);
    this.show();
  }

  /** Carries an action out, or says why not. Whoever may not do it is told no more than that it failed. */
  act(seat: Seat, action: RelayAction): ActionRefusal | null {
    const refusal = performAction(this.#state, seat, action);
    if (refusal === null) this.show();
    return refusal;
  }

  /** Passes a word of set-up on, between two admitted people and nobody else. */
  signal(seat: Seat, to: string, session: number, signal: Signal): void {
    const target = [...this.#state.seats.values()].find((other) => other.pass.sub === to);
    if (seat.admission !== 'admitted' || target?.admission !== 'admitted' || target.session !== session) return;
    if (target !== seat) target.link?.send({ type: 'signal', from: seat.pass.sub, session: seat.session, signal });
  }

  /** What this page may know now. Marks it as shown. */
  viewFor(seat: Seat): View {
    const view = viewFor(seat, this.#state.seats.values(), this.#state.locked);
    seat.shown = JSON.stringify(view);
    return view;
  }

  /** Shows everybody what changed for them. */
  show(): void {
    for (const seat of this.#state.seats.values()) {
      const before = seat.shown;
      const view = this.viewFor(seat);
      if (seat.shown !== before) seat.link?.send({ type: 'view', view });
    }
  }

  /** Ends the visit at once for somebody who was removed before and came back with the right to enter. */
  turnAwayIfBarred(seat: Seat): void {
    if (seat.pass.role === 'clinician' && this.#state.barred.has(seat.pass.sub)) this.#vacate(seat, 'removed');
  }

  /** Forgets everybody, without a word: the relay is going away. */
  dissolve(): void {
    for (const seat of [...this.#state.seats.values()]) this.#vacate(seat, null);
  }

  #giveBack(seat: Seat, link: SeatLink): Seat {
    seat.keep?.();
    seat.keep = null;
    seat.link?.close();
    seat.link = link;
    seat.secret = this.#newSecret();
    seat.shown = '';
    this.#event('resumed', seat);
    return seat;
  }

  #vacate(seat: Seat, reason: RoomEnd | null): void {
    const { seats } = this.#state;
    if (seats.get(seat.pass.sub) !== seat) return;
    seats.delete(seat.pass.sub);
    seat.keep?.();
    seat.secret = '';
    if (reason === null) seat.link?.close();
    else seat.link?.end(reason);
    seat.link = null;
    if (seats.size === 0) this.#options.onEmpty();
  }

  #hasPlaceFor(pass: VisitPass): boolean {
    const others = [...this.#state.seats.values()].filter((seat) => seat.pass.sub !== pass.sub);
    const admitted = others.filter((seat) => seat.admission === 'admitted').length;
    if (admitted >= this.#options.maximumParticipants) return false;
    return pass.role === 'clinician' || others.length - admitted < this.#options.maximumWaiting;
  }

  #newSession(): number {
    const [drawn = 0] = this.#options.crypto.getRandomValues(new Uint32Array(1));
    return drawn + 1;
  }

  #newSecret(): string {
    return toBase64url(this.#options.crypto.getRandomValues(new Uint8Array(32)));
  }

  #event(type: Parameters<RoomState['event']>[0], { pass }: Seat): void {
    this.#options.onEvent({ type, room: this.#options.id, participant: pass.sub, role: pass.role });
  }
}
