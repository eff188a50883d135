import type { Admission, Cancel, RoomEnd, VisitPass } from '@quietroom/core';
import type { RelayMessage } from '../protocol/relay-message.ts';
import type { TokenBucket } from './token-bucket.ts';

/** The socket a seat is reached through. */
export interface SeatLink {
  send(message: RelayMessage): void;
  /** Tells the page that the room ended the visit for it, and closes the socket. */
  end(reason: RoomEnd): void;
  /** Closes the socket without a word: another one has taken its place. */
  close(): void;
}

/** One person's place in a room, kept for a while when their socket drops. */
export interface Seat {
  pass: VisitPass;
  /** The pass as it was handed in. Shown to clinicians with a knock, so that their pages can check it themselves. */
  token: string;
  /** Tells one page from the next of the same person. */
  readonly session: number;
  admission: Admission;
  /** When they knocked, by the relay's clock. */
  since: number;
  /** Orders the admitted; zero before. */
  admittedAs: number;
  handRaised: boolean;
  /** How often they may knock: a clinician's page must not be rung like a doorbell. */
  readonly knocks: TokenBucket;
  /** Null while the socket is gone. */
  link: SeatLink | null;
  /** Good for one return after a dropped socket, then changed. Never leaves memory but to its own page. */
  secret: string;
  /** What was last shown, so that nothing is sent when nothing changed for them. */
  shown: string;
  /** Stops the seat from being given up. */
  keep: Cancel | null;
}
