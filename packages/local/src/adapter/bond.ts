import {
  countReception,
  ReceptionRating,
  trackId,
  type CaptureSource,
  type Clock,
  type Envelope,
  type ParticipantId,
  type Quality,
  type TrackId,
} from '@quietroom/core';
import type { Signal } from '../protocol/signal.ts';
import { Arrivals } from './arrivals.ts';
import { Attention } from './attention.ts';
import { Ear } from './ear.ts';
import { Loudness } from './loudness.ts';
import type { Reception } from './normalise.ts';
import { Peer } from './peer.ts';
import { decodePulse, encodePulse, samePulse, sameWish, sources, type Pulse, type Wish } from './pulse.ts';

/** How long nothing may be heard before somebody counts as lost, in milliseconds. Sound already here plays on a little. */
const silenceAllowed = 1100;
/** The same while this page is hidden: browsers then run its timers once a second. */
const silenceAllowedHidden = 3000;
/** How long one try to reach somebody again is given, in milliseconds. */
const retryEvery = 4000;
/** How long passes between one new connection and the next, in milliseconds. */
const rebuildEvery = 1000;
/** How long a connection stays broken before a new one is made, in milliseconds: they may be about to say goodbye. */
const brokenAllowed = 400;
/** How long somebody without a seat may stay silent before they are no longer shown, in milliseconds. */
const absenceShown = 20_000;
/** A pulse this old is answered at once: the other page's timers may be slow, or ours. */
const answerAfter = 300;

/** The id of a source of somebody: the same however often the connection is made anew. */
export const sourceTrackId = (id: ParticipantId, source: CaptureSource): TrackId => trackId(`${id}/${source}`);

/** What a bond needs of the page and tells it. */
export interface BondOptions {
  readonly id: ParticipantId;
  /** Tells one page of this person from the next. */
  readonly session: number;
  /** Whether this page makes the offers and begins new connections; the other one asks for them. */
  readonly leads: boolean;
  /** How connections are made now. */
  readonly configuration: () => RTCConfiguration;
  /** Brings {@link configuration} up to date. Never rejects. */
  readonly renew: () => Promise<void>;
  readonly clock: Clock;
  readonly signal: (signal: Signal) => void;
  readonly track: (source: CaptureSource) => MediaStreamTrack | null;
  readonly pulse: () => Pulse;
  /** Whether the page shows that picture of theirs. */
  readonly isShown: (track: TrackId) => boolean;
  /** What is received changed. */
  readonly changed: (reception: Reception) => void;
  readonly receivers: () => void;
  readonly envelope: (bytes: Uint8Array) => void;
  /** Whether somebody has been away so long that they are no longer shown. */
  readonly absent: (absent: boolean) => void;
}

/** This page's tie to one admitted person: one direct connection after another, and what is known through them. */
export class Bond {
  readonly session: number;
  /** Whether the relay still sees them. */
  present = true;
  readonly #options: BondOptions;
  #peer: Peer;
  #state: 'connecting' | 'flowing' | 'lost' = 'connecting';
  #heardAt: number;
  #triedAt: number;
  #pulsedAt = 0;
  #pulse: Pulse | null = null;
  readonly #rating = new ReceptionRating();
  #reported: Reception | null = null;
  readonly #arrivals = new Arrivals();
  #absent = false;
  #brokenAt: number | null = null;
  readonly #waiting = new Set<() => void>();
  readonly #ear = new Ear();
  readonly #loudness = new Loudness();
  readonly #attention: Attention;
  #wish: Wish;
  #closed = false;

  constructor(options: BondOptions) {
    this.#options = options;
    this.#attention = new Attention(options.clock, (source) => options.isShown(sourceTrackId(options.id, source)));
    this.#wish = this.#attention.look();
    this.session = options.session;
    this.#heardAt = this.#triedAt = options.clock.now();
    this.#peer = this.#newPeer(1);
  }

  /** Everything the contract tells of what is received. */
  get reception(): Reception {
    const { id } = this.#options;
    const track = (source: CaptureSource) => {
      const pulse = this.#pulse?.[source];
      return pulse?.published === true ? { id: sourceTrackId(id, source), sending: pulse.sending } : null;
    };
    const quality: Quality =
      this.#state === 'lost' ? 'lost' : this.#state === 'connecting' ? 'unknown' : this.#rating.rating;
    return { microphone: track('microphone'), camera: track('camera'), screen: track('screen'), quality };
  }

  receive(signal: Signal): void {
    const { leads } = this.#options;
    if (signal.attempt > this.#peer.attempt && !leads) this.#replacePeer(signal.attempt);
    if (signal.attempt !== this.#peer.attempt) return;
    if (signal.kind === 'again') {
      if (leads) this.#break();
    } else if (signal.kind === 'restart') {
      // Whoever lost us was lost by us in the same moment, more often than not.
      if (leads && this.#options.clock.now() - this.#triedAt > rebuildEvery) this.#recover();
    } else this.#peer.receive(signal);
  }

  replace(source: CaptureSource, track: MediaStreamTrack | null): Promise<void> {
    return this.#peer.replace(source, track);
  }

  carried(source: CaptureSource): MediaStreamTrack | null {
    return this.#peer.carried(source);
  }

  receiver(source: CaptureSource): RTCRtpReceiver | null {
    return this.#peer.receiver(source);
  }

  /** Sends an envelope, waiting up to `within` milliseconds for the channel to open. False when it could not be sent. */
  async deliver(envelope: Envelope, within: number): Promise<boolean> {
    if (!this.#peer.isOpen) await this.#opened(within);
    return this.#peer.send(envelope);
  }

  /** Listens how loud they are now. */
  listen(): void {
    if (!this.#isHeard) return;
    this.#loudness.hear(this.receiver('microphone')?.getSynchronizationSources()[0]?.audioLevel ?? 0);
  }

  /** How loud they were since this was last asked, linear, 0 to 1. */
  level(): number {
    // Timers of a hidden page are slow: between two rounds nobody may have listened.
    this.listen();
    const level = this.#loudness.take();
    return this.#isHeard ? level : 0;
  }

  /** Says that this page is there, and what it sends. */
  sendPulse(): void {
    this.#pulsedAt = this.#options.clock.now();
    this.#peer.pulse(encodePulse(this.#options.pulse(), this.#wish));
  }

  /**
   * Looks whether anything is still heard, and tries to reach them again if not.
   * @param reachable whether the relay can carry words of set-up now
   */
  judge(reachable: boolean, hidden: boolean): void {
    const now = this.#options.clock.now();
    if (this.#arrivals.look((source) => this.receiver(source))) this.#heard();
    this.#ask();
    const silence = now - this.#heardAt;
    if (this.#state === 'flowing' && silence > (hidden ? silenceAllowedHidden : silenceAllowed)) {
      this.#state = 'lost';
      this.#report();
      this.#triedAt = 0;
    }
    if (reachable && this.present) {
      const broken = this.#brokenAt !== null && now - this.#brokenAt > brokenAllowed;
      if (broken && now - this.#triedAt > rebuildEvery) this.#rebuild();
      else if (now - this.#triedAt > retryEvery) this.reach();
    }
    this.#setAbsent(!this.present && this.#state !== 'flowing' && silence > absenceShown);
  }

  /** This page itself stood still: silence until now says nothing about them. */
  forgive(): void {
    this.#heardAt = Math.max(this.#heardAt, this.#options.clock.now() - silenceAllowed / 2);
  }

  /** Tries to reach them at once, where nothing is heard or a word of set-up was lost. */
  reach(): void {
    if (this.#state === 'flowing' && this.#peer.isSettled) return;
    this.#recover();
  }

  /** Rates the connection since the last time. */
  async rate(): Promise<void> {
    if (this.#state !== 'flowing') return;
    const peer = this.#peer;
    const counters = countReception(await peer.stats());
    if (peer !== this.#peer) return;
    this.#rating.take(counters);
    if (this.#rating.rating === 'poor') this.#attention.suffer();
    this.#report();
  }

  close(): void {
    this.#closed = true;
    for (const opened of [...this.#waiting]) opened();
    this.#ear.listen(null);
    this.#peer.close();
  }

  get #isHeard(): boolean {
    return this.#state === 'flowing' && this.#pulse?.microphone.sending === true;
  }

  #heard(): void {
    this.#heardAt = this.#options.clock.now();
    if (this.#state === 'flowing') return;
    this.#state = 'flowing';
    this.#rating.restart();
    this.#setAbsent(false);
    this.#report();
  }

  #report(): void {
    const { reception } = this;
    const before = this.#reported;
    const same =
      before !== null &&
      before.quality === reception.quality &&
      sources.every((source) => before[source]?.sending === reception[source]?.sending);
    if (same) return;
    this.#reported = reception;
    this.#options.changed(reception);
  }

  #setAbsent(absent: boolean): void {
    if (this.#absent === absent) return;
    this.#absent = absent;
    this.#options.absent(absent);
  }

  #takePulse(bytes: Uint8Array): void {
    const said = decodePulse(bytes);
    if (said === null) return;
    const { pulse, wish } = said;
    this.#peer.honour(wish);
    const changed = this.#pulse === null || !samePulse(this.#pulse, pulse);
    this.#pulse = pulse;
    this.#heard();
    if (changed) this.#report();
    if (this.#options.clock.now() - this.#pulsedAt > answerAfter) this.sendPulse();
  }

  #opened(within: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        this.#waiting.delete(done);
        resolve();
      };
      const cancel = this.#options.clock.after(within, done);
      this.#waiting.add(done);
    });
  }

  #break(): void {
    this.#brokenAt ??= this.#options.clock.now();
  }

  #recover(): void {
    this.#triedAt = this.#options.clock.now();
    this.#renewed((peer) => {
      peer.recover(this.#options.configuration());
    });
  }

  /** The side that leads begins a new connection, the other one asks for it. */
  #rebuild(): void {
    const { attempt } = this.#peer;
    this.#triedAt = this.#options.clock.now();
    if (!this.#options.leads) {
      this.#options.signal({ kind: 'again', attempt });
      return;
    }
    this.#renewed(() => {
      this.#replacePeer(attempt + 1);
    });
  }

  /** Acts on the connection as it is, unless it was given up while the servers were asked for. */
  #renewed(act: (peer: Peer) => void): void {
    const peer = this.#peer;
    void this.#options.renew().then(() => {
      if (peer === this.#peer && !this.#closed) act(peer);
    });
  }

  /** Tells them at once when other pictures of theirs are looked at. */
  #ask(): void {
    const wish = this.#attention.look();
    if (sameWish(wish, this.#wish)) return;
    this.#wish = wish;
    this.sendPulse();
  }

  #replacePeer(attempt: number): void {
    this.#brokenAt = null;
    this.#peer.close();
    this.#peer = this.#newPeer(attempt);
    this.#triedAt = this.#options.clock.now();
    if (this.#state === 'flowing') this.#state = 'lost';
    this.#report();
    this.#options.receivers();
  }

  #newPeer(attempt: number): Peer {
    const { leads, configuration, signal, track, envelope, receivers } = this.#options;
    // Events of a connection that was given up mean nothing any more; its own listeners are gone by then.
    return new Peer({
      attempt,
      leads,
      configuration: configuration(),
      events: {
        signal,
        track,
        receivers: () => {
          this.#ear.listen(this.receiver('microphone')?.track ?? null);
          receivers();
        },
        envelope,
        opened: () => {
          for (const opened of [...this.#waiting]) opened();
        },
        pulsing: () => {
          this.sendPulse();
        },
        pulse: (bytes) => {
          this.#takePulse(bytes);
        },
        broken: () => {
          if (this.#peer.attempt === attempt) this.#break();
        },
      },
    });
  }
}
