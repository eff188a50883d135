import { parseOpaqueId } from '@quietroom/core';
import { isFilled, isRecord, memberOf } from '../vendor/answer.ts';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { findingsOf } from '../vendor/setting-check.ts';
import type { HmsRegion } from './region.ts';

/** What a room is verified against. */
export interface HmsRoomExpectations {
  readonly region: HmsRegion;
  readonly templateId: string;
  /** `composite`: to the customer's own bucket, which the template or the room names. Default `none`. */
  readonly recording?: 'none' | 'composite';
  /**
   * `health` for the vendor's workspace for health information, which stores names as hashes; `ordinary` for synthetic
   * people only. Default `health`.
   */
  readonly workspace?: 'health' | 'ordinary';
}

const hashed = /^[0-9a-f]{64}$/;

/**
 * Judges a 100ms room by what the vendor says about it: H1-31 region, H1-35 and H1-39 a name that is stored as a hash,
 * H1-50 no description, H1-44 the checked template, H1-45 no media-server recording, H1-09 recording to the customer's
 * bucket only, H1-54 enabled.
 * @param readBack the vendor's answer, as it arrived. @returns what is not met; empty when everything is.
 */
export const verifyHmsRoom = (readBack: unknown, expected: HmsRoomExpectations): readonly DeploymentFinding[] => {
  const room = isRecord(readBack) ? readBack : {};
  const name = memberOf(room, 'name');
  const isHashed = typeof name === 'string' && hashed.test(name);
  const region = memberOf(room, 'region');
  const templateId = memberOf(room, 'template_id');
  const recording = memberOf(room, 'recording_info');
  const upload = memberOf(recording, 'upload_info');
  const workspace = expected.workspace ?? 'health';
  return findingsOf([
    {
      ruleId: 'H1-31',
      setting: 'region',
      known: isFilled(region),
      met: region === expected.region,
      says: 'The room is in another region than the one it was pinned to.',
      remedy: 'Make the room with buildHmsRoom and its `region`.',
    },
    {
      ruleId: 'H1-39',
      setting: 'name',
      known: isFilled(name),
      met: isHashed || parseOpaqueId(name) !== null,
      says: 'The room’s name is neither a random UUID nor a hash.',
      remedy: 'Make the room with buildHmsRoom, which draws the name.',
    },
    {
      ruleId: 'H1-35',
      setting: 'name',
      known: isFilled(name),
      met: workspace === 'ordinary' || isHashed,
      says: 'The room’s name is stored as it was sent, so this is not a workspace for health information.',
      remedy: 'Use the keys of a HIPAA workspace, or synthetic people with `workspace: "ordinary"`.',
    },
    {
      ruleId: 'H1-50',
      setting: 'description',
      known: true,
      met: !isFilled(memberOf(room, 'description')),
      says: 'The room has a description: free text that the vendor keeps.',
      remedy: 'Make the room with buildHmsRoom, which has none to give.',
    },
    {
      ruleId: 'H1-44',
      setting: 'template_id',
      known: isFilled(templateId),
      met: templateId === expected.templateId,
      says: 'The room follows another template than the one that was checked.',
      remedy: 'Make the room with the `templateId` that verifyHmsTemplate has checked.',
    },
    {
      ruleId: 'H1-45',
      setting: 'recording_info.enabled',
      known: recording !== undefined,
      met: recording === null || memberOf(recording, 'enabled') === false,
      says: 'The media server records the room.',
      remedy: 'Switch it off in the template and in the room: composite recording by consent is the only kind allowed.',
    },
    {
      ruleId: 'H1-09',
      setting: 'recording_info.upload_info',
      known: true,
      met:
        expected.recording !== 'composite' ||
        (isFilled(memberOf(upload, 'type')) && isFilled(memberOf(upload, 'location'))),
      says: 'Recording has no bucket of yours to go to.',
      remedy: 'Configure the bucket in the template, make a test recording, and check that it arrives.',
    },
    {
      ruleId: 'H1-54',
      setting: 'enabled',
      known: memberOf(room, 'enabled') !== undefined,
      met: memberOf(room, 'enabled') === true,
      says: 'The room is disabled: nobody can join.',
      remedy: 'Make a new room.',
    },
  ]);
};
