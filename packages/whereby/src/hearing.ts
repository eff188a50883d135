import { ActiveSpeaker, type Cancel, type Clock, type ParticipantId } from '@quietroom/core';

/** How often levels are taken, in milliseconds. */
const round = 100;

/** What hearing needs and tells. */
export interface HearingOptions {
  readonly clock: Clock;
  readonly sound: AudioContext;
  readonly level: (id: ParticipantId, level: number) => void;
  readonly speaker: (id: ParticipantId | null) => void;
}

/** One voice: a remote track, measured without being played by us. */
class Voice {
  readonly track: MediaStreamTrack;
  readonly #source: MediaStreamAudioSourceNode;
  readonly #analyser: AnalyserNode;
  /** Nearly all of a round at 44.1 or 48 kHz, so that no syllable falls between two of them. */
  readonly #samples = new Float32Array(4096);
  /** Chromium gives the audio graph a remote track's sound only while some element takes it. */
  readonly #element = new Audio();

  constructor(track: MediaStreamTrack, sound: AudioContext) {
    this.track = track;
    const stream = new MediaStream([track]);
    this.#element.muted = true;
    this.#element.srcObject = stream;
    this.#element.play().catch(() => undefined);
    this.#source = new MediaStreamAudioSourceNode(sound, { mediaStream: stream });
    this.#analyser = new AnalyserNode(sound, { fftSize: this.#samples.length });
    this.#source.connect(this.#analyser);
  }

  /** Root mean square, 0 to 1. */
  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    return Math.min(1, Math.sqrt(power));
  }

  close(): void {
    this.#source.disconnect();
    this.#element.srcObject = null;
  }
}

/** Who is heard how loudly, and who speaks: the vendor's client says neither. */
export class Hearing {
  readonly #options: HearingOptions;
  readonly #voices = new Map<ParticipantId, Voice>();
  readonly #levels = new Map<ParticipantId, number>();
  #present: ReadonlyMap<ParticipantId, MediaStreamTrack | null> = new Map();
  #activeSpeaker = new ActiveSpeaker();
  #speaker: ParticipantId | null = null;
  #stop: Cancel | null = null;

  constructor(options: HearingOptions) {
    this.#options = options;
  }

  /** Listens to exactly these people from now on; to nothing of those who send no sound. */
  follow(present: ReadonlyMap<ParticipantId, MediaStreamTrack | null>): void {
    this.#present = present;
    for (const [id, voice] of this.#voices) {
      if (present.get(id) === voice.track) continue;
      voice.close();
      this.#voices.delete(id);
    }
    for (const [id, track] of present) {
      if (track !== null && !this.#voices.has(id)) this.#voices.set(id, new Voice(track, this.#options.sound));
    }
    for (const id of this.#levels.keys()) if (!present.has(id)) this.#levels.delete(id);
    if (present.size > 0) {
      this.#stop ??= this.#options.clock.every(round, () => {
        this.#round();
      });
    } else if (this.#stop !== null) {
      this.#stop();
      this.#stop = null;
      this.#activeSpeaker = new ActiveSpeaker();
      this.#tellSpeaker(null);
    }
  }

  /** Listens no more. */
  close(): void {
    this.follow(new Map());
  }

  #round(): void {
    const levels = new Map([...this.#present.keys()].map((id) => [id, this.#voices.get(id)?.level() ?? 0] as const));
    for (const [id, level] of levels) {
      if (level !== (this.#levels.get(id) ?? 0)) this.#options.level(id, level);
      this.#levels.set(id, level);
    }
    this.#tellSpeaker(this.#activeSpeaker.listen(levels));
  }

  #tellSpeaker(speaker: ParticipantId | null): void {
    if (speaker === this.#speaker) return;
    this.#speaker = speaker;
    this.#options.speaker(speaker);
  }
}
