import type { HMSActions, HMSTranscriptionMode } from '@100mslive/hms-video-store';
import { participantId, RoomError, type ParticipantId, type RoomAction } from '@quietroom/core';
import { readPass } from './card.ts';
import { isObject } from './internals.ts';
import { RecordingStorageMissing } from './recording-storage-missing.ts';
import { vendorTrackOf, type RoomReading, type VendorState } from './read-room.ts';
import { roleOf, type HmsRoles } from './template-roles.ts';

/** What only a clinician may do. */
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
  readonly actions: () => HMSActions;
  readonly state: () => VendorState;
  readonly reading: () => RoomReading | null;
  readonly roles: HmsRoles;
  readonly captionMode: HMSTranscriptionMode;
  /** Waits until the room shows it. @throws RoomError `action-failed` */
  readonly shows: (check: (reading: RoomReading) => boolean) => Promise<void>;
  readonly ended: () => void;
}

/** Every reason given to the vendor, which shows it to whoever is put out. */
const noReason = '';

/** Carries out what a clinician asks, and waits until the room shows it. */
export class Hosting {
  readonly #options: HostingOptions;

  constructor(options: HostingOptions) {
    this.#options = options;
  }

  /** @throws RoomError `participant-gone`, `pass-refused`, `action-failed`, `not-supported` */
  async perform(action: HostAction): Promise<void> {
    const { roles, state } = this.#options;
    const own = state().peers[state().room.localPeer];
    if (roleOf(roles, own?.roleName) !== 'clinician') throw new RoomError('action-failed');
    switch (action.type) {
      case 'admit':
        await this.#admit(action.participant);
        return;
      case 'keepWaiting':
        this.#demandKnock(action.participant);
        await this.#actions.raiseRemotePeerHand(action.participant);
        await this.#options.shows(({ knocks }) => knocks.get(action.participant)?.keptWaiting !== false);
        return;
      case 'decline':
        this.#demandKnock(action.participant);
        await this.#actions.removePeer(action.participant, noReason);
        await this.#options.shows(({ knocks }) => !knocks.has(action.participant));
        return;
      case 'remove':
        this.#demandPresent(action.participant);
        await this.#actions.removePeer(action.participant, noReason);
        await this.#options.shows(({ participants }) => !participants.has(action.participant));
        return;
      case 'mute':
        await this.#setMicrophone(action.participant, false);
        await this.#options.shows(
          ({ participants }) => participants.get(action.participant)?.microphone?.sending !== true,
        );
        return;
      case 'askToUnmute':
        this.#demandPresent(action.participant);
        // The client asks nobody whom it believes to be heard; their mute may be on its way.
        await this.#options.shows(
          ({ participants }) => participants.get(action.participant)?.microphone?.sending !== true,
        );
        await this.#setMicrophone(action.participant, true);
        return;
      case 'setRecording':
        await this.#setRecording(action.on);
        return;
      case 'setCaptions':
        await this.#setCaptions(action.on);
        return;
      case 'endForEveryone':
        await this.#end();
        return;
      case 'lock':
        // The vendor locks a room only by ending it.
        throw new RoomError('not-supported');
    }
  }

  get #actions(): HMSActions {
    return this.#options.actions();
  }

  /** The role to admit somebody in comes from the pass they show, never from what they call themselves. */
  async #admit(participant: ParticipantId): Promise<void> {
    const { claims } = this.#demandKnock(participant);
    const pass = claims.pass === undefined ? null : readPass(claims.pass);
    // A clinician's own token lets them in; nobody becomes one by waiting.
    if (pass === null || pass.sub !== claims.sub || pass.role === 'clinician') throw new RoomError('pass-refused');
    const role = this.#options.roles[pass.role];
    if (role === undefined) throw new RoomError('pass-refused');
    await this.#actions.changeRoleOfPeer(participant, role, true);
    await this.#options.shows(({ knocks }) => !knocks.has(participant));
    // The hand that kept them waiting is not theirs.
    if (this.#options.reading()?.participants.get(participant)?.handRaised === true) {
      await this.#actions.lowerRemotePeerHand(participant);
    }
  }

  async #setMicrophone(participant: ParticipantId, on: boolean): Promise<void> {
    this.#demandPresent(participant);
    const { peers, tracks } = this.#options.state();
    const peer = peers[participant];
    const track = peer && vendorTrackOf({ tracks }, peer, 'microphone');
    if (track) await this.#actions.setRemoteTrackEnabled(track.id, on);
    else if (on) throw new RoomError('action-failed');
  }

  async #setRecording(on: boolean): Promise<void> {
    try {
      if (on) await this.#actions.startRTMPOrRecording({ record: true });
      else await this.#actions.stopRTMPAndRecording();
    } catch (error) {
      // Sent again it would fail again: the vendor has no bucket of the clinic's to record to.
      const missing =
        isObject(error) && String(Reflect.get(error, 'description')).includes('recording config is not provided');
      throw missing ? new RoomError('action-failed', { cause: new RecordingStorageMissing({ cause: error }) }) : error;
    }
    await this.#options.shows(({ room }) => room.recording === on);
  }

  async #setCaptions(on: boolean): Promise<void> {
    const params = { mode: this.#options.captionMode };
    if (on) await this.#actions.startTranscription(params);
    else await this.#actions.stopTranscription(params);
    await this.#options.shows(({ room }) => room.captions === on);
  }

  async #end(): Promise<void> {
    const { roles } = this.#options.state();
    // The vendor's client says nothing when the role may not.
    if (roles[this.#options.roles.clinician]?.permissions.endRoom !== true) throw new RoomError('action-failed');
    await this.#actions.endRoom(false, noReason);
    if (this.#options.state().room.isConnected === true) throw new RoomError('action-failed');
    this.#options.ended();
  }

  #demandKnock(id: ParticipantId) {
    const knock = this.#options.reading()?.knocks.get(participantId(id));
    if (knock === undefined) throw new RoomError('participant-gone');
    return knock;
  }

  #demandPresent(id: ParticipantId): void {
    if (this.#options.reading()?.participants.has(id) !== true) throw new RoomError('participant-gone');
  }
}
