/** One stretch of the way to the others, as a connection test found it. Never an address. */
export type Reach =
  /** It answered, in so many milliseconds. */
  | { readonly outcome: 'reached'; readonly milliseconds: number }
  | { readonly outcome: 'unreached' }
  /** The host has set up none, so there is nothing to reach. */
  | { readonly outcome: 'not-configured' };

/** What a connection test found. Free of addresses, names and ids by its type: it may be shown, kept and sent. */
export interface ConnectionReport {
  /** The server that brings people together. */
  readonly server: Reach;
  /** The STUN server that finds a direct way through most home networks. */
  readonly stun: Reach;
  /** The TURN server that carries picture and sound where no direct way exists. */
  readonly turn: Reach;
}
