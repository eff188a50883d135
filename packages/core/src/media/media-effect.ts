/** Something a picture or a sound passes through before it leaves this page. */
export type EffectName = 'blur' | 'noise-suppression';

/** How an effect tells what became of it, for as long as it is applied. */
export interface EffectReport {
  /** It cannot keep up with the device, or it can again. */
  slow(slow: boolean): void;
  /** It has stopped for good: nothing more comes out of it. */
  failed(cause: unknown): void;
}

/** An effect at work on one track. */
export interface AppliedEffect {
  /** Carries the one track that may leave this page. */
  readonly stream: MediaStream;
  /** Ends the work. The track it was given is its owner's to stop. */
  stop(): void;
}

/**
 * An effect on what is captured here, given to `createVisit({ effects })`. Making one does nothing: no code of it and no
 * file is fetched before somebody turns it on.
 */
export interface MediaEffect {
  readonly name: EffectName;
  /** What it works on. A camera whose effect fails goes dark; a microphone goes on without it. */
  readonly source: 'camera' | 'microphone';
  /**
   * Begins. Resolves with something to send only when the first of it has passed through; a camera's picture is not sent
   * before. Rejects when the signal aborts: somebody turned it, or the device, off meanwhile.
   */
  apply(track: MediaStreamTrack, report: EffectReport, signal: AbortSignal): Promise<AppliedEffect>;
}

/** Where an effect stands. */
export type EffectState =
  | { readonly status: 'off' }
  | { readonly status: 'starting' }
  /** At work, or ready to be when the device is turned on. */
  | { readonly status: 'on' }
  /** At work, but slower than the device: the picture moves in steps. */
  | { readonly status: 'too-slow' }
  /** The camera is off until it works or is turned off; a microphone is sent without it. */
  | { readonly status: 'failed'; readonly cause: unknown };
