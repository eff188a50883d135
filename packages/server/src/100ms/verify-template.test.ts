import { goodTemplate } from '@quietroom/emulators/100ms/rest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyHmsTemplate, type HmsRoles } from './verify-template.ts';

const roles: HmsRoles = {
  clinician: 'clinician',
  patient: 'patient',
  interpreter: 'interpreter',
  family: 'family',
  observer: 'observer',
  waiting: 'waiting-room',
};

/** The good template with one member changed. */
const changed = (path: string, value: unknown): unknown => {
  const template: unknown = goodTemplate();
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  const parent = steps.reduce((at, step) => (at as Record<string, unknown>)[step], template);
  (parent as Record<string, unknown>)[last] = value;
  return template;
};
const rulesBroken = (template: unknown) => verifyHmsTemplate(template, { roles }).map(({ ruleId }) => ruleId);

describe('a 100ms template', () => {
  it('has no findings when nobody may more than a visit needs', () => {
    expect(verifyHmsTemplate(goodTemplate(), { roles })).toEqual([]);
  });

  it.each([
    ['H1-45', 'roles/clinician/permissions/hlsStreaming', true],
    ['H1-45', 'roles/patient/permissions/rtmpStreaming', true],
    ['H1-45', 'destinations/rtmpDestinations', { live: { recordingEnabled: true } }],
    ['H1-45', 'destinations/hlsDestinations', { live: {} }],
    ['H1-45', 'destinations/somethingNew', ['elsewhere']],
    ['H1-07', 'roles/clinician/permissions/browserRecording', true],
    ['H1-07', 'destinations/browserRecordings', { recorder: {} }],
    ['H1-13', 'destinations/transcriptions', { all: {} }],
    ['H1-46', 'settings/recording', { enabled: true }],
    ['H1-58', 'roles/patient/permissions/pollWrite', true],
    ['B-16', 'roles/patient/permissions/endRoom', true],
    ['B-16', 'roles/interpreter/permissions/removeOthers', true],
    ['B-16', 'roles/family/permissions/mute', true],
    ['B-16', 'roles/observer/permissions/changeRole', 'yes'],
    ['B-16', 'roles/clinician/permissions/somethingNew', true],
    ['B-16', 'roles/patient/publishParams/allowed', ['audio', 'files']],
    ['B-16', 'roles/host', { permissions: {} }],
    ['H1-67', 'roles/waiting-room/subscribeParams/subscribeToRoles', ['patient']],
    ['H1-67', 'roles/waiting-room/publishParams/allowed', ['audio']],
    ['H1-29', 'settings/chat', { public_chat_enabled: true }],
  ])('breaks %s when %s is %j', (ruleId, path, value) => {
    expect(rulesBroken(changed(path, value))).toEqual([ruleId]);
  });

  it('lets clinicians record, and nobody else, where recording was agreed', () => {
    const mayRecord = { roles, recording: 'composite' } as const;
    expect(verifyHmsTemplate(changed('roles/clinician/permissions/browserRecording', true), mayRecord)).toEqual([]);
    expect(verifyHmsTemplate(changed('destinations/browserRecordings', { recorder: {} }), mayRecord)).toEqual([]);
    expect(verifyHmsTemplate(changed('roles/patient/permissions/browserRecording', true), mayRecord)).not.toEqual([]);
  });

  it('lacks a role that tokens would be minted for', () => {
    const { 'waiting-room': _gone, ...kept } = goodTemplate()['roles'] as Record<string, unknown>;
    expect(rulesBroken({ ...goodTemplate(), roles: kept })).toEqual(['B-16']);
  });

  it('does not say what a role may do: unknown, and not met', () => {
    const [finding] = verifyHmsTemplate(changed('roles/patient/permissions', undefined), { roles });
    expect(finding).toMatchObject({ ruleId: 'B-16', verdict: 'unknown' });
  });

  it('is never found good when it is anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (readBack) => {
        expect(verifyHmsTemplate(readBack, { roles })).not.toEqual([]);
      }),
    );
  });

  it('is never found good once a right is given that is not on the list', () => {
    const rights = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('hlsStreaming', 'rtmpStreaming', 'endRoom'));
    const others = fc.constantFrom('patient', 'interpreter', 'family', 'observer', 'waiting-room');
    fc.assert(
      fc.property(others, rights, (role, right) => {
        expect(rulesBroken(changed(`roles/${role}/permissions`, { [right]: true }))).not.toEqual([]);
      }),
    );
  });
});
