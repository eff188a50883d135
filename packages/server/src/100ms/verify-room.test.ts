import { createPseudonym, type OpaqueId } from '@quietroom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashForDashboard } from './dashboard-hash.ts';
import { verifyHmsRoom, type HmsRoomExpectations } from './verify-room.ts';

const templateId = '627ce5b637300e55a72ba7ed';
const expected: HmsRoomExpectations = { region: 'us', templateId };
const uuid = '1f0c7a2e-58d3-4b6f-9e21-7c0d5a3b9e44' as OpaqueId;

const room = async () => ({
  id: '631b2654f771854d9bf633df',
  name: await hashForDashboard(uuid),
  enabled: true,
  description: '',
  recording_info: { enabled: false },
  template_id: templateId,
  region: 'us',
});
const upload_info = { type: 's3', location: 'clinic-recordings-7' };

describe('what 100ms reads back about a room', () => {
  it('has no findings when the room is as it must be', async () => {
    expect(verifyHmsRoom(await room(), expected)).toEqual([]);
    expect(verifyHmsRoom({ ...(await room()), name: uuid }, { ...expected, workspace: 'ordinary' })).toEqual([]);
    const recorded = { ...(await room()), recording_info: { enabled: false, upload_info } };
    expect(verifyHmsRoom(recorded, { ...expected, recording: 'composite' })).toEqual([]);
  });

  it.each([
    ['H1-31', { region: 'in' }],
    ['H1-35', { name: uuid }],
    ['H1-50', { description: 'Visit of Zylphia Quonsett' }],
    ['H1-44', { template_id: '63188115d11d6db790c73c60' }],
    ['H1-45', { recording_info: { enabled: true, upload_info } }],
    ['H1-54', { enabled: false }],
  ])('breaks %s with %j', async (ruleId, change) => {
    const findings = verifyHmsRoom({ ...(await room()), ...change }, expected);
    expect(findings).toMatchObject([{ ruleId, verdict: 'broken' }]);
    expect(JSON.stringify(findings)).not.toContain('Quonsett');
  });

  it('breaks H1-39 with a name that says something', async () => {
    const findings = verifyHmsRoom({ ...(await room()), name: 'zylphia-quonsett' }, expected);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['H1-39', 'H1-35']);
  });

  it('breaks H1-09 when recordings have no bucket to go to', async () => {
    expect(verifyHmsRoom(await room(), { ...expected, recording: 'composite' })).toMatchObject([{ ruleId: 'H1-09' }]);
  });

  it('is never found good when it is anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (readBack) => {
        expect(verifyHmsRoom(readBack, expected)).not.toEqual([]);
      }),
    );
  });
});

describe("the dashboard's hash of a name", () => {
  it('is the SHA-256 of the pseudonym, as the vendor shows it', async () => {
    // printf '%s' '1f0c7a2e-58d3-4b6f-9e21-7c0d5a3b9e44' | sha256sum
    expect(await hashForDashboard(uuid)).toBe('be636f0ec83cfed654c05a18086e8095be7ca9445b16360f4c1fc22741882c1a');
    expect(await hashForDashboard(createPseudonym('patient', crypto))).toMatch(/^[0-9a-f]{64}$/);
  });
});
