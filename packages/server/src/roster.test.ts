import { createOpaqueId, roles } from '@quietroom/core';
import { describe, expect, it } from 'vitest';
import { createRoster } from './roster.ts';

const clinician = createOpaqueId(crypto);
const patient = createOpaqueId(crypto);
const interpreter = createOpaqueId(crypto);

const filled = () => {
  const roster = createRoster();
  roster.put(clinician, 'clinician', { name: 'Dr. Maribonne Wexcastle' });
  roster.put(patient, 'patient', { name: 'Zylphia Quonsett', pronouns: 'she/her' });
  roster.put(interpreter, 'interpreter', { name: 'Tolliver Anzbridge' });
  return roster;
};

describe('the roster of a visit', () => {
  it('shows a clinician everybody', () => {
    expect(filled().rosterFor('clinician')).toEqual([
      { sub: clinician, name: 'Dr. Maribonne Wexcastle' },
      { sub: patient, name: 'Zylphia Quonsett', pronouns: 'she/her' },
      { sub: interpreter, name: 'Tolliver Anzbridge' },
    ]);
  });

  it.each(roles.filter((role) => role !== 'clinician'))('shows a %s the clinician only', (role) => {
    expect(filled().rosterFor(role)).toEqual([{ sub: clinician, name: 'Dr. Maribonne Wexcastle' }]);
  });

  it('shows what the host decides', () => {
    const roster = createRoster({
      clinician: ['patient'],
      patient: [],
      interpreter: ['patient'],
      family: [],
      observer: [],
    });
    roster.put(patient, 'patient', { name: 'Zylphia Quonsett' });
    expect(roster.rosterFor('interpreter')).toHaveLength(1);
    expect(roster.rosterFor('family')).toEqual([]);
  });

  it('gives a name and pronouns and nothing else of the record', () => {
    const roster = createRoster();
    const record = { name: 'Zylphia Quonsett', pronouns: 'she/her', recordNumber: '84-0031-77' };
    roster.put(patient, 'patient', record);
    expect(JSON.stringify(roster.rosterFor('clinician'))).not.toContain('84-0031-77');
  });

  it('forgets who is taken off it', () => {
    const roster = filled();
    roster.remove(patient);
    expect(JSON.stringify(roster.rosterFor('clinician'))).not.toContain('Quonsett');
  });
});
