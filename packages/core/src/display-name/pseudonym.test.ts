import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../contract/identity.ts';
import { createPseudonym, parsePseudonym, pseudonymIsFor } from './pseudonym.ts';

const scripted = (...bytes: number[]): Pick<Crypto, 'getRandomValues'> => ({
  getRandomValues: (array) => {
    if (array instanceof Uint8Array) array.set(Array.from(array, () => bytes.shift() ?? 0));
    return array;
  },
});

describe('pseudonym', () => {
  it('names a role and nothing else', () => {
    for (const role of [...roles, 'guest'] as const) {
      const name = createPseudonym(role, crypto);
      expect(parsePseudonym(name)).toBe(name);
      expect(pseudonymIsFor(name, role)).toBe(true);
    }
    const patient = createPseudonym('patient', crypto);
    expect(patient).toMatch(/^Patient [BCDFGHJKLMNPQRSTVWXZ][2-9][BCDFGHJKLMNPQRSTVWXZ][2-9]$/);
    expect(pseudonymIsFor(patient, 'clinician')).toBe(false);
  });

  it.each([
    'Zylphia Quonsett',
    'Patient Zylphia',
    'Patient K7Q',
    'Patient K7Q45',
    'Patient K1Q4',
    'Patient A7Q4',
    'patient K7Q4',
    'Patient  K7Q4',
    ' Patient K7Q4',
    'Patient K7Q4 ',
    'Patient K7Q4\n',
    'Patient K\u{ff17}Q4',
    'Рatient K7Q4',
    'Patient K7\u200bQ4',
    'Recorder K7Q4',
    '',
  ])('is not %j', (value) => {
    expect(parsePseudonym(value)).toBeNull();
  });

  it('is never anything but text', () => {
    fc.assert(
      fc.property(
        fc.anything().filter((value) => typeof value !== 'string'),
        (value) => {
          expect(parsePseudonym(value)).toBeNull();
        },
      ),
    );
  });

  it('draws again instead of favouring the first letters', () => {
    const rejected = [240, 255, 250, 241, 242, 243, 244, 19];
    expect(createPseudonym('patient', scripted(...rejected))).toMatch(/^Patient Z/);
  });

  it('uses every letter and digit about equally often', () => {
    const counts = new Map<string, number>();
    const draws = 8000;
    for (let index = 0; index < draws; index += 1) {
      const code = createPseudonym('guest', crypto).slice(-4);
      for (const place of [0, 1, 2, 3]) {
        const key = `${place}${code.charAt(place)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(20 + 8 + 20 + 8);
    // Chi-squared per place stays far below what a modulo bias (13 letters 8 % likelier) or a stuck place would give.
    for (const [place, kinds] of [
      [0, 20],
      [1, 8],
      [2, 20],
      [3, 8],
    ] as const) {
      const expected = draws / kinds;
      const chiSquared = [...counts]
        .filter(([key]) => key.startsWith(String(place)))
        .reduce((sum, [, count]) => sum + (count - expected) ** 2 / expected, 0);
      // Exceeded once in about ten million runs with 19 degrees of freedom.
      expect(chiSquared).toBeLessThan(68);
    }
  });
});
