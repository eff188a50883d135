import { RoomError, type Clock, type ParticipantId, type RoomAction, type RoomReport } from '@quietroom/core';
import { farewell } from './chat-carrier.ts';
import type { RoomReading } from './read-room.ts';
import type { RoomWatch } from './room-watch.ts';
import type { VendorLine } from './vendor-line.ts';

/** How long the room may take to carry an action out, in milliseconds. */
const carryOutWithin = 5000;
/** How long the farewell may take to come back before the visit ends all the same. */
const farewellWithin = 1000;

/** What only a host may do. */
export type HostAction = Extract<
  RoomAction,
  {
    type:
      | 'admit'
      | 'keepWaiting'
      | 'decline'
      | 'lock'
      | 'remove'
      | 'mute'
      | 'askToUnmute'
      | 'setRecording'
      | 'setCaptions'
      | 'endForEveryone';
  }
>;

/** What hosting needs of the connection. */
export interface HostingOptions {
  readonly line: VendorLine;
  readonly room: RoomWatch;
  readonly clock: Clock;
  readonly isHost: () => boolean;
  readonly say: (text: string) => Promise<void>;
  readonly report: Pick<RoomReport, 'ended'>;
}

/** Carries out what a host asks, and waits until the room shows it. The vendor's client says nothing about success. */
export class Hosting {
  readonly #options: HostingOptions;
  #stopWaiting = (): void => undefined;

  constructor(options: HostingOptions) {
    this.#options = options;
  }

  /** @throws RoomError `participant-gone`, `action-failed`, `not-supported` */
  async perform(action: HostAction): Promise<void> {
    const { line, room } = this.#options;
    // The client lets any role admit and decline: only the vendor's server could refuse. This page does not ask.
    if (!this.#options.isHost()) throw new RoomError('action-failed');
    switch (action.type) {
      case 'admit':
        this.#demandKnock(action.participant);
        line.room.acceptWaitingParticipant(action.participant);
        await this.#shows(
          ({ participants, knocks }) => participants.has(action.participant) || !knocks.has(action.participant),
        );
        room.answered(action.participant);
        return;
      case 'keepWaiting':
        this.#demandKnock(action.participant);
        // With words, the client would send the host's name along.
        line.room.holdWaitingParticipant(action.participant, '');
        room.keptWaiting(action.participant);
        return;
      case 'decline':
        this.#demandKnock(action.participant);
        line.room.rejectWaitingParticipant(action.participant, '');
        room.answered(action.participant);
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
      case 'setRecording':
        if (action.on) line.room.startCloudRecording();
        else line.room.stopCloudRecording();
        await this.#shows(({ room: { recording } }) => recording === action.on);
        return;
      case 'setCaptions':
        if (action.on) line.room.startLiveCaptions();
        else line.room.stopLiveCaptions();
        await this.#shows(({ room: { captions } }) => captions === action.on);
        return;
      case 'endForEveryone':
        await this.#end();
    }
  }

  /** Locks the room and reads the lock back. Unlocking is not offered: it would take the waiting room away. */
  async lock(locked: boolean, signal?: AbortSignal): Promise<void> {
    if (!locked) throw new RoomError('not-supported');
    this.#options.line.room.lockRoom(true);
    await this.#shows(({ room }) => room.locked === true, signal);
  }

  /** Waits for nothing any more. */
  close(): void {
    this.#stopWaiting();
  }

  async #end(): Promise<void> {
    const { line, room, clock, say, report } = this.#options;
    for (const id of room.reading?.knocks.keys() ?? []) line.room.rejectWaitingParticipant(id, farewell);
    const tooLong = new Promise<void>((resolve) => {
      this.#stopWaiting = clock.after(farewellWithin, resolve);
    });
    await Promise.race([say(farewell).catch(() => undefined), tooLong]);
    this.#stopWaiting();
    line.room.endMeeting(true);
    await this.#shows(({ participants }) => participants.size === 0).catch(() => undefined);
    report.ended('ended-for-everyone');
  }

  #demandKnock(id: ParticipantId): void {
    if (this.#options.room.reading?.knocks.has(id) !== true) throw new RoomError('participant-gone');
  }

  #demandPresent(id: ParticipantId): void {
    if (this.#options.room.reading?.participants.has(id) !== true) throw new RoomError('participant-gone');
  }

  async #shows(check: (reading: RoomReading) => boolean, signal?: AbortSignal): Promise<void> {
    const { line, room } = this.#options;
    const shows = (): boolean => room.reading !== null && check(room.reading);
    try {
      await line.until(shows, carryOutWithin, signal);
    } catch (error) {
      throw new RoomError('action-failed', { cause: error });
    }
  }
}
