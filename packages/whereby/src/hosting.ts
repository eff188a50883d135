import { RoomError, type ParticipantId, type RoomAction } from '@quietroom/core';
import { farewell } from './chat-carrier.ts';
import type { RoomReading } from './read-room.ts';
import type { VendorLine } from './vendor-line.ts';

/** How long the room may take to carry an action out, in milliseconds. */
const carryOutWithin = 5000;
/** How long the farewell may take to come back before the visit ends all the same. */
const farewellWithin = 1000;

/** What only a host may do. */
export type HostAction = Extract<
  RoomAction,
  { type: 'admit' | 'keepWaiting' | 'decline' | 'lock' | 'remove' | 'mute' | 'askToUnmute' | 'endForEveryone' }
>;

/** What hosting needs of the connection. */
export interface HostingOptions {
  readonly line: VendorLine;
  readonly reading: () => RoomReading | null;
  readonly isHost: () => boolean;
  /** A knock was answered, or is kept waiting. */
  readonly answered: (id: ParticipantId) => void;
  readonly keptWaiting: (id: ParticipantId) => void;
  readonly say: (text: string) => Promise<void>;
  readonly ended: () => void;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Carries out what a host asks, and waits until the room shows it. The vendor's client says nothing about success. */
export class Hosting {
  readonly #options: HostingOptions;

  constructor(options: HostingOptions) {
    this.#options = options;
  }

  /** @throws RoomError `participant-gone`, `action-failed`, `not-supported` */
  async perform(action: HostAction): Promise<void> {
    const { line } = this.#options;
    // The client lets any role admit and decline: only the vendor's server could refuse. This page does not ask.
    if (!this.#options.isHost()) throw new RoomError('action-failed');
    switch (action.type) {
      case 'admit':
        this.#demandKnock(action.participant);
        line.room.acceptWaitingParticipant(action.participant);
        await this.#shows(
          ({ participants, knocks }) => participants.has(action.participant) || !knocks.has(action.participant),
        );
        this.#options.answered(action.participant);
        return;
      case 'keepWaiting':
        this.#demandKnock(action.participant);
        // With words, the client would send the host's name along.
        line.room.holdWaitingParticipant(action.participant, '');
        this.#options.keptWaiting(action.participant);
        return;
      case 'decline':
        this.#demandKnock(action.participant);
        line.room.rejectWaitingParticipant(action.participant, '');
        this.#options.answered(action.participant);
        return;
      case 'lock':
        await this.lock(action.locked);
        return;
      case 'remove':
        this.#demandPresent(action.participant);
        line.room.kickParticipant(action.participant);
        await this.#shows(({ participants }) => !participants.has(action.participant));
        return;
      case 'mute':
        this.#demandPresent(action.participant);
        line.room.muteParticipants([action.participant]);
        await this.#shows(({ participants }) => participants.get(action.participant)?.microphone?.sending !== true);
        return;
      case 'askToUnmute':
        this.#demandPresent(action.participant);
        line.room.askToSpeak(action.participant);
        return;
      case 'endForEveryone':
        await this.#end();
    }
  }

  /** Locks the room and reads the lock back. Unlocking is not offered: it would take the waiting room away. */
  async lock(locked: boolean): Promise<void> {
    if (!locked) throw new RoomError('not-supported');
    this.#options.line.room.lockRoom(true);
    await this.#shows(({ room }) => room.locked === true);
  }

  async #end(): Promise<void> {
    const { line, say, pause, ended } = this.#options;
    for (const id of this.#options.reading()?.knocks.keys() ?? []) line.room.rejectWaitingParticipant(id, farewell);
    await Promise.race([say(farewell).catch(() => undefined), pause(farewellWithin)]);
    line.room.endMeeting(true);
    await this.#shows(({ participants }) => participants.size === 0).catch(() => undefined);
    ended();
  }

  #demandKnock(id: ParticipantId): void {
    if (this.#options.reading()?.knocks.has(id) !== true) throw new RoomError('participant-gone');
  }

  #demandPresent(id: ParticipantId): void {
    if (this.#options.reading()?.participants.has(id) !== true) throw new RoomError('participant-gone');
  }

  async #shows(check: (reading: RoomReading) => boolean): Promise<void> {
    const { line, reading } = this.#options;
    try {
      await line.until(() => {
        const now = reading();
        return now !== null && check(now);
      }, carryOutWithin);
    } catch (error) {
      throw new RoomError('action-failed', { cause: error });
    }
  }
}
