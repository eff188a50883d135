import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createPseudonym } from '../display-name/pseudonym.ts';
import { roles } from '../contract/identity.ts';
import { findIdentifiers } from './find-identifiers.ts';
import type { IdentifierKind } from './identifier.ts';

/** Each row: what is one, and what is nearly one. */
const rows: readonly (readonly [IdentifierKind, readonly string[], readonly string[]])[] = [
  [
    'name',
    ['Dr. Zylphia Quonsett', 'Zylphia Quonsett', 'Quonsett, Zylphia', 'Zylphia_Quonsett.pdf'],
    ['visit', 'the waiting room'],
  ],
  [
    'place',
    ['12 Vexwood Lane', 'Apt 4', 'NY 10001', '10001-1234', '40.7128, -74.0060'],
    ['12 tablets a day', 'lane 4', '10 000 steps'],
  ],
  [
    'date',
    ['1931-03-02', '02/03/1931', '2.3.31', 'March 2, 1931', '2 March 1931', 'DOB 1931', '92 years', '104 y/o'],
    ['2 March', '24/7', '120/80', '89 years', 'in 1931'],
  ],
  [
    'phone',
    ['(555) 555-0142', '555-555-0142', '+1 555 555 0142', '+44 20 7946 0958', '555-0142'],
    ['500-1000 mg', '911', '120-130', '1000-2000 steps'],
  ],
  ['fax', ['Fax: 555 555 0142'], ['by fax', 'faxed 3 pages']],
  ['email', ['zylphia.q@canary.invalid'], ['@ home', 'a@b']],
  ['social-security', ['123-45-6789', 'SSN 123456789'], ['000-45-6789', '123-45-678', '900-12-3456']],
  ['record-number', ['MRN 84-0031-77', 'MR# 123456', 'medical record no. 840031'], ['MRN unknown', 'medical record']],
  ['health-plan', ['1EG4-TE5-MK73', '1EG4TE5MK73', 'Member ID: XQ123456'], ['1SL4-TE5-MK73', 'a member of the family']],
  [
    'account',
    ['4111 1111 1111 1111', 'GB82 WEST 1234 5698 7654 32', 'account no. 123456789'],
    ['4111 1111 1111 1112', 'GB82 WEST 1234 5698 7654 33'],
  ],
  ['licence', ['NPI 1234567893', 'AB1234563', "driver's licence D1234567"], ['AB1234567', 'a licence']],
  ['vehicle', ['1M8GDM9AXKP042788'], ['1M8GDM9A0KP042788', 'ABCDEFGHJKLMNPRST']],
  [
    'device',
    ['00:1A:2B:3C:4D:5E', '490154203237518', 'S/N: QX-48821', 'serial number 4882AB1'],
    ['serial killer', '490154203237517'],
  ],
  ['web-address', ['https://clinic.example/zylphia', 'www.example', 'zylphia.example'], ['e.g. water', 'http']],
  ['network-address', ['192.168.1.20', '2001:db8:0:0:0:0:2:1', 'fe80::1'], ['300.1.1.1', '10:30', '1.2.3']],
  ['code', ['A8F31C', '84003177', 'visit-84003177'], ['visit', 'room4']],
];

describe('in a field', () => {
  it.each(rows)('%s is found, and what is nearly one is not', (kind, positives, nearMisses) => {
    for (const text of positives) expect(findIdentifiers(text, { in: 'field' }), text).toContain(kind);
    for (const text of nearMisses) expect(findIdentifiers(text, { in: 'field' }), text).not.toContain(kind);
  });

  it('what we make ourselves is never taken for one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), (role) => {
        const ours = `/visit/${createOpaqueId(crypto)} ${createPseudonym(role, crypto)}`;
        expect(findIdentifiers(ours, { in: 'field' })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('disguises do not help', () => {
    const disguised: readonly (readonly [string, IdentifierKind])[] = [
      ['zylphia%2Eq%40canary%2Einvalid', 'email'],
      ['zyl\u200bphia.q@can\u200dary.invalid', 'email'],
      ['ｚｙｌ＠ｃａｎａｒｙ.ｉｎｖａｌｉｄ', 'email'],
      [btoa('zylphia.q@canary.invalid'), 'email'],
      ['ΜRΝ 840031', 'record-number'],
      ['123\u201145\u20116789', 'social-security'],
    ];
    for (const [text, kind] of disguised) expect(findIdentifiers(text, { in: 'field' }), text).toContain(kind);
  });

  it('what the host knows is found in every spelling of it', () => {
    const known = ['Zylphia Quonsett', '84-0031-77', 'Zoë'];
    for (const text of ['zylphia-quonsett', 'ZYLPHIAQUONSETT', 'ttesnouq_aihplyz', 'zylphiaquonset', 'room 84003177']) {
      expect(findIdentifiers(text, { in: 'field', known }), text).toContain('known');
    }
    for (const text of ['zoe', 'the clinic', 'philosophy']) {
      expect(findIdentifiers(text, { in: 'field', known }), text).not.toContain('known');
    }
  });
});

describe('in a conversation', () => {
  it('identifiers are found', () => {
    const said: readonly (readonly [string, IdentifierKind])[] = [
      ['my date of birth is 02/03/1931', 'date'],
      ['you can reach me at (555) 555-0142', 'phone'],
      ['write to zylphia.q@canary.invalid please', 'email'],
      ['my social is 123-45-6789', 'social-security'],
      ['card 4111-1111-1111-1111', 'account'],
      ['MRN: 84-0031-77', 'record-number'],
      ['my Medicare number is 1EG4-TE5-MK73', 'health-plan'],
    ];
    for (const [text, kind] of said) expect(findIdentifiers(text, { in: 'conversation' }), text).toContain(kind);
  });

  it.each([
    'I take the white one in the morning and two at night.',
    'My blood pressure was 128/84, pulse 72.',
    'Temperature 38.4, since 3 days. It was 98.6 before.',
    'Should I take 500-1000 mg or 2.5 ml every 4-6 hours?',
    'Pain is 7/10, it was 3-4 yesterday.',
    'Can we meet on 2 March at 10:30? Or on the 14th?',
    'Dr. Thackwhistle told me to ask Mrs. Umbertone.',
    'My sugar was 126, 142, 139 and 118.',
    'I had COVID-19 in 2021 and the flu 24/7 for a week.',
    'I am 67 years old, my mother is 89.',
    'I walked 10,000 steps, 7.5 km, and lost 1.2 kg.',
    'Take 1 tablet at 08:00 and 20:00, 5 days, then 1/2.',
    'The HbA1c is 6.8% and LDL 130 mg/dL, eGFR 60-89.',
    'Me duele la cabeza desde hace 3 días.',
    'عندي صداع منذ ٣ أيام',
  ])('no alarm: %s', (text) => {
    expect(findIdentifiers(text, { in: 'conversation' })).toEqual([]);
  });

  it('any text at all is looked at in no time', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2_000, unit: fc.constantFrom('1', '-', ' ', '.', 'a', 'A', '@', '(', ':', '/') }),
        (text) => {
          const begun = performance.now();
          findIdentifiers(text, { in: 'field', known: ['Zylphia Quonsett'] });
          expect(performance.now() - begun).toBeLessThan(500);
        },
      ),
      { numRuns: 100 },
    );
  });
});
