import {
  Attachments,
  changesOf,
  levelOfAmplitude,
  participantId,
  type Clock,
  type ParticipantId,
  type RoomReport,
  type TrackId,
} from '@quietroom/core';
import { Hearing } from './hearing.ts';
import { readRoom, trackIdOf, type Memory, type RoomReading } from './read-room.ts';
import { Receptions } from './receptions.ts';
import type { VendorLine } from './vendor-line.ts';
import type { VendorParticipant } from './vendor-state.ts';

/** What watching the room needs and tells. */
export interface RoomWatchOptions {
  readonly clock: Clock;
  readonly sound: AudioContext;
  readonly line: VendorLine;
  readonly report: Pick<RoomReport, 'patch' | 'level'>;
  readonly standing: Pick<Memory, 'admission' | 'inside'>;
}

/** Keeps up with the vendor's state: reports what changed in it, and hears, rates and shows the people in it. */
export class RoomWatch {
  readonly #options: RoomWatchOptions;
  readonly #knocks = new Map<ParticipantId, { since: number; keptWaiting: boolean }>();
  readonly #answered = new Set<ParticipantId>();
  readonly #hearing: Hearing;
  readonly #receptions: Receptions;
  readonly #attachments: Attachments;
  #reading: RoomReading | null = null;
  #closed = false;

  constructor(options: RoomWatchOptions) {
    this.#options = options;
    const { clock, sound, line, report } = options;
    this.#attachments = new Attachments((track) => this.#trackOf(track));
    this.#hearing = new Hearing({
      clock,
      sound,
      level: (id, level) => {
        report.level(id, levelOfAmplitude(level));
      },
      speaker: (activeSpeaker) => {
        report.patch({ activeSpeaker });
      },
    });
    this.#receptions = new Receptions({
      clock,
      rtcManager: () => line.rtcManager(),
      quality: (id, quality) => {
        report.patch({ participants: { [id]: { id, quality } } });
      },
    });
  }

  /** The room as it was last read; null before the first time. */
  get reading(): RoomReading | null {
    return this.#reading;
  }

  /** Reads the vendor's state and reports what changed. */
  look(): void {
    if (this.#closed) return;
    const { line, report, standing, clock } = this.#options;
    const before = this.#reading;
    const reading = readRoom(line.state(), {
      admission: standing.admission,
      inside: standing.inside,
      answered: this.#answered,
      knock: (id) => {
        const known = this.#knocks.get(id) ?? { since: clock.now(), keptWaiting: false };
        this.#knocks.set(id, known);
        return known;
      },
    });
    this.#reading = reading;
    const patch = changesOf(before, reading);
    if (patch !== null) report.patch(patch);
    for (const id of this.#knocks.keys()) if (!reading.knocks.has(id)) this.#knocks.delete(id);
    this.#receptions.follow(new Set(reading.participants.keys()));
    this.#hearing.follow(this.#voices(reading));
    this.#attachments.refresh();
  }

  /** Shows or plays a track until the returned function is called. */
  attach(track: TrackId, element: HTMLMediaElement): () => void {
    return this.#attachments.attach(track, element);
  }

  /** A knock was answered; the vendor need not say that it is over. */
  answered(id: ParticipantId): void {
    this.#answered.add(id);
    this.look();
  }

  keptWaiting(id: ParticipantId): void {
    this.#knocks.set(id, { since: this.#knocks.get(id)?.since ?? this.#options.clock.now(), keptWaiting: true });
    this.look();
  }

  /** Somebody knocks: declined, they may ask again. */
  knocked(id: ParticipantId): void {
    this.#answered.delete(id);
    this.look();
  }

  /** Back in the room, the client goes on listing who knocked before and has left since. */
  stillKnock(present: ReadonlySet<string>): void {
    for (const { id } of this.#options.line.state().waitingParticipants.waitingParticipants) {
      if (!present.has(id)) this.#answered.add(participantId(id));
    }
    this.look();
  }

  close(): void {
    this.#closed = true;
    this.#hearing.close();
    this.#receptions.close();
    this.#attachments.close();
  }

  #others(): readonly VendorParticipant[] {
    return this.#reading === null ? [] : this.#options.line.state().remoteParticipants.remoteParticipants;
  }

  #trackOf(track: TrackId): MediaStreamTrack | null {
    for (const { id: vendorId, stream, presentationStream } of this.#others()) {
      const id = participantId(vendorId);
      if (track === trackIdOf(id, 'microphone')) return stream?.getAudioTracks()[0] ?? null;
      if (track === trackIdOf(id, 'camera')) return stream?.getVideoTracks()[0] ?? null;
      if (track === trackIdOf(id, 'screen')) return presentationStream?.getVideoTracks()[0] ?? null;
    }
    return null;
  }

  /** Everybody with a line for sound, and the track while they send it. */
  #voices({ participants }: RoomReading): ReadonlyMap<ParticipantId, MediaStreamTrack | null> {
    const voices = new Map<ParticipantId, MediaStreamTrack | null>();
    for (const who of this.#others()) {
      const id = participantId(who.id);
      const sends = participants.get(id)?.microphone?.sending;
      if (sends !== undefined) voices.set(id, (sends && who.stream?.getAudioTracks()[0]) || null);
    }
    return voices;
  }
}
