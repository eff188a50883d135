import type { OpaqueId, Pseudonym, Role, RoomAdapter } from '@quietroom/core';

/** Who a pass is asked for. */
export interface PassRequest {
  readonly visit: OpaqueId;
  readonly role: Role;
  /** The page's public key. */
  readonly publicJwk: JsonWebKey;
  readonly sub: OpaqueId;
  readonly name: Pseudonym;
  /** Milliseconds since the epoch; a valid pass when left out. A time in the past asks for a pass that has expired. */
  readonly expires?: number;
}

/** What a provider brings to be judged. */
export interface AdapterUnderTest {
  readonly provider: string;
  /** The adapter for one room, with its real transport. Called once per person. */
  readonly createAdapter: (visit: OpaqueId) => RoomAdapter;
  /** The token to enter with: a visit pass, or the vendor's. */
  readonly passFor: (request: PassRequest) => Promise<string>;
  /** An adapter whose server does not answer. Without it that promise is skipped. */
  readonly createUnreachableAdapter?: (visit: OpaqueId) => RoomAdapter;
  /**
   * Who decides who comes in: the pass (the token is the visit pass, and the room checks it), or the vendor's own key
   * and door. Promises about passes at the door are skipped with the latter; passes then count between people.
   */
  readonly door?: 'pass' | 'vendor';
  /** How many people a room holds, the clinician among them. Without it that promise is skipped. */
  readonly capacity?: number;
  /** What can be broken on purpose. Without it the promises about recovery are skipped. */
  readonly faults?: {
    /** Cuts everybody off from the server that connects them. */
    readonly dropRelay: () => Promise<void>;
    readonly restoreRelay: () => Promise<void>;
  };
}
