/** How one call is made. */
export interface CallOptions {
  /** Stops the call, and any repetition of it. */
  readonly signal?: AbortSignal;
}

/** How a client reaches its vendor. */
export interface ClientOptions {
  /** The vendor's address by default. HTTPS, or HTTP on loopback for tests. */
  readonly baseUrl?: string;
  /** How long one attempt may take, in milliseconds. Default 10,000. */
  readonly timeoutMilliseconds?: number;
  /** Milliseconds waited before each repetition of a read. Default 250 and 1,000; writes are never repeated. */
  readonly retryDelays?: readonly number[];
  readonly fetch?: typeof globalThis.fetch;
}
