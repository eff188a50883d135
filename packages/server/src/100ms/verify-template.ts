import type { Role } from '@quietroom/core';
import { isFilled, isRecord, memberOf } from '../vendor/answer.ts';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';

/**
 * The vendor's role names by ours, for example `{ clinician: 'clinician', patient: 'patient' }`. A role that is left
 * out cannot be given a token. `waiting` is the role without any right in which people wait to be admitted.
 */
export type HmsRoles = Readonly<Partial<Record<Role | 'waiting', string>>>;

/** What a template is verified against. */
export interface HmsTemplateExpectations {
  /** Which of the template's roles stand for ours. Any other role in the template is a finding. */
  readonly roles: HmsRoles;
  /** Whether clinicians may record, with consent, to the customer's bucket. Default `none`. */
  readonly recording?: 'none' | 'composite';
}

const streamingRights = new Set(['hlsStreaming', 'rtmpStreaming']);
const pollRights = new Set(['pollRead', 'pollWrite']);
/** What a clinician needs to run a visit (B-16: and nobody else). */
const clinicianRights = new Set(['endRoom', 'removeOthers', 'mute', 'unmute', 'changeRole']);
const sources = new Set(['audio', 'video', 'screen']);

const broken = (ruleId: string, says: string, remedy: string): DeploymentFinding => ({
  ruleId,
  verdict: 'broken',
  says,
  remedy,
});

const ruleOfRight = (right: string): string => {
  if (streamingRights.has(right)) return 'H1-45';
  if (pollRights.has(right)) return 'H1-58';
  return right === 'browserRecording' ? 'H1-07' : 'B-16';
};

function* judgeRights(role: Role | 'waiting', details: unknown, mayRecord: boolean): Generator<DeploymentFinding> {
  const rights = memberOf(details, 'permissions');
  if (!isRecord(rights)) {
    yield {
      ruleId: 'B-16',
      verdict: 'unknown',
      says: `The vendor’s answer does not say what a ${role} may do.`,
      remedy: 'Check the role in the vendor’s dashboard.',
    };
    return;
  }
  for (const [right, granted] of Object.entries(rights)) {
    if (!isFilled(granted)) continue;
    const allowed = role === 'clinician' && (clinicianRights.has(right) || (right === 'browserRecording' && mayRecord));
    if (!allowed) {
      yield broken(
        ruleOfRight(right),
        `The role of a ${role} has the right \`${right}\`.`,
        'Take it away in the template: a role holds only what its person needs in a visit.',
      );
    }
  }
}

function* judgeMedia(role: Role | 'waiting', details: unknown): Generator<DeploymentFinding> {
  const publishes = memberOf(memberOf(details, 'publishParams'), 'allowed') ?? [];
  const hears = memberOf(memberOf(details, 'subscribeParams'), 'subscribeToRoles') ?? [];
  const foreign = Array.isArray(publishes) ? publishes.filter((source) => !sources.has(String(source))) : [publishes];
  if (foreign.length > 0) {
    yield broken(
      'B-16',
      `The role of a ${role} may send more than sound, camera and screen.`,
      'Take it away in the template.',
    );
  }
  if (role === 'waiting' && (isFilled(publishes) || isFilled(hears))) {
    yield broken(
      'H1-67',
      'Whoever waits to be admitted can already send, see or hear.',
      'Empty `publishParams.allowed` and `subscribeToRoles` of the waiting role.',
    );
  }
}

function* judgeRoles(template: unknown, { roles, recording }: HmsTemplateExpectations): Generator<DeploymentFinding> {
  const found = memberOf(template, 'roles');
  if (!isRecord(found)) {
    yield {
      ruleId: 'B-16',
      verdict: 'unknown',
      says: 'The vendor’s answer names no roles.',
      remedy: 'Check the template’s id.',
    };
    return;
  }
  const ours = new Map(Object.entries(roles).map(([role, name]) => [name, role as Role | 'waiting']));
  for (const [name, details] of Object.entries(found)) {
    const role = ours.get(name);
    if (role === undefined) {
      yield broken(
        'B-16',
        'The template has a role that stands for none of ours.',
        'Delete it, or name it in `roles`.',
      );
    } else {
      yield* judgeRights(role, details, recording === 'composite');
      yield* judgeMedia(role, details);
    }
  }
  for (const [name, role] of ours) {
    if (!Object.hasOwn(found, name)) {
      yield broken('B-16', `The template lacks the role that stands for a ${role}.`, 'Add it, or correct `roles`.');
    }
  }
}

function* judgeDestinations(template: unknown, mayRecord: boolean): Generator<DeploymentFinding> {
  const destinations = memberOf(template, 'destinations');
  if (!isRecord(destinations)) return;
  for (const [kind, configured] of Object.entries(destinations)) {
    if (!isFilled(configured) || (kind === 'browserRecordings' && mayRecord)) continue;
    const [ruleId, says] =
      kind === 'browserRecordings'
        ? ['H1-07', 'The template is set up to record.']
        : kind === 'transcriptions'
          ? ['H1-13', 'The template is set up to transcribe.']
          : ['H1-45', 'The template is set up to send the visit somewhere else.'];
    yield broken(ruleId, `${says} (\`destinations.${kind}\`)`, 'Empty it in the template: nobody has consented to it.');
  }
}

const hasPublicChat = (value: unknown, depth = 0): boolean => {
  if (typeof value !== 'object' || value === null || depth > 12) return false;
  return Object.entries(value).some(
    ([name, member]) => (name === 'public_chat_enabled' && isFilled(member)) || hasPublicChat(member, depth + 1),
  );
};

/**
 * Judges a 100ms template by an allow-list: no right or destination for live streaming (H1-45), no recording or
 * transcription that was not asked for (H1-07, H1-13, H1-46), no polls (H1-58), no control in the hands of anybody but
 * clinicians and no role that is not ours (B-16), no public chat where the template shows it (H1-29). A right this
 * version does not know counts as too much. Roles have no right for chat: that messages go to one person is enforced
 * by the adapter and by every receiver.
 * @param readBack the vendor's answer, as it arrived. @returns what is not met; empty when everything is.
 */
export const verifyHmsTemplate = (
  readBack: unknown,
  expected: HmsTemplateExpectations,
): readonly DeploymentFinding[] => {
  const findings = [
    ...judgeRoles(readBack, expected),
    ...judgeDestinations(readBack, expected.recording === 'composite'),
  ];
  const recording = memberOf(memberOf(readBack, 'settings'), 'recording');
  if (isFilled(memberOf(recording, 'enabled'))) {
    findings.push(broken('H1-46', 'The template records by media server.', 'Switch `settings.recording` off.'));
  }
  if (hasPublicChat(readBack)) {
    findings.push(
      broken('H1-29', 'The template offers chat with everybody at once.', 'Switch `public_chat_enabled` off.'),
    );
  }
  return findings;
};
