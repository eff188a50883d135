import { isFilled, isRecord, memberOf } from '../vendor/answer.ts';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { findingsOf, type SettingCheck } from '../vendor/setting-check.ts';
import { roomNameOf } from './room-name.ts';

/** What a room is verified against. */
export interface WherebyRoomExpectations {
  /** Where recordings may go: nowhere, the clinician's computer, or the customer's own bucket. Default `none`. */
  readonly recording?: 'none' | 'local' | 'cloud';
}

const nameCheck = (room: unknown): SettingCheck => {
  const names = [memberOf(room, 'roomName'), memberOf(room, 'roomUrl')].filter((name) => name !== undefined);
  return {
    ruleId: 'W1-05',
    setting: 'roomName',
    known: names.length > 0,
    met: names.length > 0 && names.every((name) => roomNameOf(name) !== null),
    says: 'The room’s name is not a random UUID, so it may say something about the visit.',
    remedy: 'Make the room with buildWherebyRoom, which has no name and no prefix to give.',
  };
};

const recordingChecks = (room: unknown, expected: 'none' | 'local' | 'cloud'): readonly SettingCheck[] => {
  const recording = memberOf(room, 'recording');
  const type = recording === null ? 'none' : memberOf(recording, 'type');
  const provider = memberOf(memberOf(recording, 'destination'), 'provider');
  const remedy = 'Make the room with buildWherebyRoom, and choose its `recording` there.';
  return [
    {
      ruleId: 'W1-12',
      setting: 'recording.type',
      known: type !== undefined,
      met: type === expected,
      says: `Recording is not “${expected}”, as it was booked.`,
      remedy,
    },
    {
      ruleId: 'W1-13',
      setting: 'recording.destination.provider',
      known: provider !== undefined,
      met: type !== 'cloud' || provider === 's3',
      says: 'Recordings go somewhere else than an S3 bucket.',
      remedy,
    },
    {
      ruleId: 'W1-11',
      setting: 'recording.destination.provider',
      known: true,
      met: provider === undefined || provider === 's3',
      says: 'Recordings would be kept by the vendor.',
      remedy,
    },
  ];
};

/**
 * Judges a Whereby room by what the vendor says about it: W1-04 locked, W1-05 random name, W1-06 no streaming, W1-07 no
 * integrations, W1-11 to W1-13 recording, W1-32 no transcription. What the answer does not hold is `unknown`, never
 * taken as met: the vendor's reference documents no member for lock, preferences and recording when a meeting is read.
 * @param readBack the vendor's answer, as it arrived. @returns what is not met; empty when everything is.
 */
export const verifyWherebyRoom = (
  readBack: unknown,
  expected: WherebyRoomExpectations = {},
): readonly DeploymentFinding[] => {
  const room = isRecord(readBack) ? readBack : {};
  const locked = memberOf(room, 'isLocked');
  const preferences = memberOf(room, 'roomPreferences');
  const switchedOff = (ruleId: string, name: string, says: string): SettingCheck => ({
    ruleId,
    setting: `roomPreferences.${name}`,
    known: memberOf(preferences, name) !== undefined,
    met: memberOf(preferences, name) === false,
    says,
    remedy: `Make the room with \`roomPreferences.${name}\` false, as buildWherebyRoom does.`,
  });
  return findingsOf([
    {
      ruleId: 'W1-04',
      setting: 'isLocked',
      known: locked !== undefined,
      met: locked === true,
      says: 'The room is not locked: whoever has its address walks in.',
      remedy: 'Make the room with `isLocked: true`, as buildWherebyRoom does; a clinician can lock it when joining.',
    },
    nameCheck(room),
    switchedOff('W1-06', 'streaming', 'The room may be streamed live.'),
    switchedOff('W1-07', 'roomIntegrations', 'The room may load other companies’ services.'),
    ...recordingChecks(room, expected.recording ?? 'none'),
    {
      ruleId: 'W1-32',
      setting: 'liveTranscription',
      known: true,
      met: !isFilled(memberOf(room, 'liveTranscription')),
      says: 'The room transcribes what is said.',
      remedy: 'Make the room without transcription: nobody has consented to one.',
    },
  ]);
};
