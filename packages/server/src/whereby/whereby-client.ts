import type { CallOptions } from '../vendor/call-options.ts';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';

/** A room that was made and read back. */
export interface WherebyRoom {
  readonly meetingId: string;
  /** For everybody who knocks. */
  readonly roomUrl: string;
  /** For the clinician only: it opens the door. Never send it to a patient, log it or put it in a URL of yours. */
  readonly hostRoomUrl: string;
  /** When the room ends, in milliseconds since the epoch. */
  readonly ends: number;
  /** What the vendor's answer did not say. The adapter reads the lock again in the room itself. */
  readonly unverified: readonly DeploymentFinding[];
}

/** Makes, reads and removes rooms. Everything throws {@link VendorError}. */
export interface WherebyClient {
  /** What the vendor says about a room, as it arrived: for `verifyWherebyRoom`. */
  readRoom(meetingId: string, options?: CallOptions): Promise<unknown>;
  deleteRoom(meetingId: string, options?: CallOptions): Promise<void>;
}
