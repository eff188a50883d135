import { describe, expect, test } from 'vitest';
import { looksPersonal, revealsProgramme } from './personal-path.ts';

const visit = '/visit/5f0c2a4e-9f0a-4c0e-8a86-0d4cf1d3f9aa';

describe('a page path', () => {
  test.each(['/', '/visit', visit, '/index.html'])('%s is neutral', (path) => {
    expect(looksPersonal(path)).toBe(false);
    expect(revealsProgramme(path)).toBe(false);
  });
  test.each(['/patients/Zylphia-Quonsett', '/visit/84003177', '/visit/1931-03-02', '/zylphia.quonsett'])(
    '%s may name somebody',
    (path) => {
      expect(looksPersonal(path)).toBe(true);
      expect(revealsProgramme(path)).toBe(true);
    },
  );
  test.each(['/methadone/visit', '/recovery', '/clinic/visit'])('%s may tell what somebody is treated for', (path) => {
    expect(looksPersonal(path)).toBe(false);
    expect(revealsProgramme(path)).toBe(true);
  });
});
