import type { ParticipantId } from '../contract/identity.ts';
import type { Envelope } from './envelope.ts';

/**
 * Another way for envelopes than the room: the host's own back end. It needs to bring bytes from one participant to
 * another and is not trusted with anything: what it carries is sealed, or announces a key that a pass vouches for.
 */
export interface MessageCarrier {
  /**
   * Called when this page is inside. `received` takes what others delivered to this page.
   * @param self this page's participant id in the room.
   */
  open(self: ParticipantId, received: (from: ParticipantId, envelope: Uint8Array) => void): CarrierLine;
}

/** One page's line to the host's back end. */
export interface CarrierLine {
  /** Hands one envelope to one participant; there is no other way to send. A rejection shows as not delivered. */
  deliver(to: ParticipantId, envelope: Envelope): Promise<void>;
  /** Ends the line. Idempotent; nothing may arrive afterwards. */
  close(): void;
}
