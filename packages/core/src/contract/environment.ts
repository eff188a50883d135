/** Cancels what it was returned for. Calling it again does nothing. */
export type Cancel = () => void;

/** Time, passed in so that tests decide how it goes. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls once after `milliseconds`. */
  after(milliseconds: number, callback: () => void): Cancel;
  /** Calls again and again. */
  every(milliseconds: number, callback: () => void): Cancel;
}

/** What core needs of the machine. Nothing in core reaches for a global; `browserEnvironment` gathers them in one place. */
export interface Environment {
  readonly clock: Clock;
  readonly crypto: Pick<Crypto, 'getRandomValues' | 'subtle'>;
  /** Undefined where the page may not use devices (an insecure page, a server). */
  readonly mediaDevices: MediaDevices | undefined;
  /** Makes an audio graph for level meters; undefined where there is none. */
  readonly createAudioContext: (() => AudioContext) | undefined;
  /** Makes an element that plays sound, to try a speaker with; left out where there is none. */
  readonly createAudioElement?: (() => HTMLAudioElement) | undefined;
  readonly page: { readonly secure: boolean; readonly path: string };
  /** Calls when the page is about to go away for good. */
  readonly onPageClosing: (callback: () => void) => Cancel;
}
