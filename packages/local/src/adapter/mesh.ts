import {
  ActiveSpeaker,
  levelOfAmplitude,
  participantId,
  type Cancel,
  type CaptureSource,
  type Clock,
  type Envelope,
  type ParticipantId,
  type TrackId,
} from '@quietroom/core';
import type { ViewRoom } from '../protocol/relay-message.ts';
import type { Signal } from '../protocol/signal.ts';
import { Bond, sourceTrackId } from './bond.ts';
import { listenEvery } from './loudness.ts';
import type { Reception } from './normalise.ts';
import type { Carriers } from './outgoing.ts';
import { sources, type Pulse } from './pulse.ts';

/** One round of the mesh, in milliseconds: levels are told and silence is looked at every round, the rest every so many. */
const round = 100;
const pulseEvery = 4;
const rateEvery = 20;
/** Rounds further apart than this mean that this page itself stood still. */
const stoodStill = 700;

/** What the mesh needs of the page and tells it. */
export interface MeshOptions {
  /** How direct connections are made now. */
  readonly configuration: () => RTCConfiguration;
  /** Brings {@link configuration} up to date. Never rejects. */
  readonly renew: () => Promise<void>;
  readonly clock: Clock;
  readonly signal: (to: ParticipantId, session: number, signal: Signal) => void;
  /** Whether words of set-up can be carried now. */
  readonly reachable: () => boolean;
  readonly track: (source: CaptureSource) => MediaStreamTrack | null;
  /** What this page sends, read now. */
  readonly pulse: () => Pulse;
  /** Whether the page shows that picture. */
  readonly isShown: (track: TrackId) => boolean;
  readonly received: (from: ParticipantId, bytes: Uint8Array) => void;
  readonly reception: (of: ParticipantId, reception: Reception) => void;
  readonly absent: (who: ParticipantId, absent: boolean) => void;
  readonly receivers: () => void;
  readonly level: (of: ParticipantId, level: number) => void;
  readonly speaker: (id: ParticipantId | null) => void;
}

const nothing: Reception = { microphone: null, camera: null, screen: null, quality: 'unknown' };

/** The direct connections of this page to everybody who is admitted, and to nobody else. */
export class Mesh implements Carriers {
  readonly #options: MeshOptions;
  readonly #bonds = new Map<ParticipantId, Bond>();
  readonly #levels = new Map<ParticipantId, number>();
  #activeSpeaker = new ActiveSpeaker();
  #speaker: ParticipantId | null = null;
  #self: { id: string; session: number } | null = null;
  #stopRounds: Cancel | null = null;
  #rounds = 0;
  #roundAt = 0;

  constructor(options: MeshOptions) {
    this.#options = options;
  }

  /** Ties this page to exactly these people. */
  follow(self: { id: string; session: number }, participants: ViewRoom['participants']): void {
    const renewed = this.#self !== null && this.#self.session !== self.session;
    this.#self = self;
    const present = new Map(participants.map((person) => [participantId(person.id), person]));
    for (const [id, bond] of this.#bonds) {
      if (!renewed && present.get(id)?.session === bond.session) continue;
      bond.close();
      this.#bonds.delete(id);
    }
    for (const [id, { session, present: isPresent }] of present) {
      const bond = this.#bonds.get(id) ?? this.#tie(id, session, self.id);
      const back = isPresent && !bond.present;
      bond.present = isPresent;
      if (back) bond.reach();
    }
    this.#run();
  }

  receive(from: string, session: number, signal: Signal): void {
    const bond = this.#bonds.get(participantId(from));
    if (bond?.session === session) bond.receive(signal);
  }

  /** The relay carries words of set-up again. */
  reach(): void {
    for (const bond of this.#bonds.values()) bond.reach();
  }

  async replace(source: CaptureSource, track: MediaStreamTrack | null): Promise<void> {
    await Promise.all([...this.#bonds.values()].map((bond) => bond.replace(source, track)));
  }

  carried(source: CaptureSource): readonly MediaStreamTrack[] {
    return [...this.#bonds.values()].flatMap((bond) => bond.carried(source) ?? []);
  }

  /** Tells everybody at once what is being sent now. */
  sendPulse(): void {
    for (const bond of this.#bonds.values()) bond.sendPulse();
  }

  reception(id: ParticipantId): Reception {
    return this.#bonds.get(id)?.reception ?? nothing;
  }

  has(id: ParticipantId): boolean {
    return this.#bonds.has(id);
  }

  async deliver(to: ParticipantId, envelope: Envelope, within: number): Promise<boolean> {
    return (await this.#bonds.get(to)?.deliver(envelope, within)) ?? false;
  }

  /** The remote track behind an id, while there is one. */
  find(track: TrackId): MediaStreamTrack | null {
    for (const [id, bond] of this.#bonds) {
      const source = sources.find((candidate) => sourceTrackId(id, candidate) === track);
      if (source !== undefined) return bond.receiver(source)?.track ?? null;
    }
    return null;
  }

  close(): void {
    for (const bond of this.#bonds.values()) bond.close();
    this.#bonds.clear();
    this.#run();
  }

  #tie(id: ParticipantId, session: number, selfId: string): Bond {
    const { configuration, renew, clock, track, pulse, isShown, receivers } = this.#options;
    const bond = new Bond({
      id,
      session,
      leads: selfId > id,
      configuration,
      renew,
      clock,
      track,
      pulse,
      isShown,
      receivers,
      signal: (signal) => {
        this.#options.signal(id, session, signal);
      },
      changed: (reception) => {
        this.#options.reception(id, reception);
      },
      envelope: (bytes) => {
        this.#options.received(id, bytes);
      },
      absent: (absent) => {
        this.#options.absent(id, absent);
      },
    });
    this.#bonds.set(id, bond);
    return bond;
  }

  /** Rounds are made while there is somebody. */
  #run(): void {
    if (this.#bonds.size > 0) {
      this.#roundAt = this.#stopRounds === null ? this.#options.clock.now() : this.#roundAt;
      this.#stopRounds ??= this.#startRounds();
      return;
    }
    this.#stopRounds?.();
    this.#stopRounds = null;
    this.#levels.clear();
    this.#activeSpeaker = new ActiveSpeaker();
    this.#setSpeaker(null);
  }

  #startRounds(): Cancel {
    const { clock } = this.#options;
    const stopRounds = clock.every(round, () => {
      this.#round();
    });
    const stopListening = clock.every(listenEvery, () => {
      for (const bond of this.#bonds.values()) bond.listen();
    });
    return () => {
      stopRounds();
      stopListening();
    };
  }

  #round(): void {
    const now = this.#options.clock.now();
    const slept = now - this.#roundAt > stoodStill;
    this.#roundAt = now;
    this.#rounds += 1;
    const hidden = document.visibilityState === 'hidden';
    const reachable = this.#options.reachable();
    for (const bond of [...this.#bonds.values()]) {
      if (slept) bond.forgive();
      if (hidden || this.#rounds % pulseEvery === 0) bond.sendPulse();
      bond.judge(reachable, hidden);
      // A connection that is being closed has no statistics to give.
      if (this.#rounds % rateEvery === 0) bond.rate().catch(() => undefined);
    }
    this.#tellLevels();
  }

  #tellLevels(): void {
    const levels = new Map([...this.#bonds].map(([id, bond]) => [id, bond.level()] as const));
    for (const [id, level] of levels) {
      if (level !== (this.#levels.get(id) ?? 0)) this.#options.level(id, levelOfAmplitude(level));
      this.#levels.set(id, level);
    }
    this.#setSpeaker(this.#activeSpeaker.listen(levels));
  }

  #setSpeaker(speaker: ParticipantId | null): void {
    if (speaker === this.#speaker) return;
    this.#speaker = speaker;
    this.#options.speaker(speaker);
  }
}
