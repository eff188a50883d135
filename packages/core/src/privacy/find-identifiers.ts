import { passesDea, passesIban, passesLuhn, passesVin } from './check-digits.ts';
import { holdsKnown } from './find-known.ts';
import type { IdentifierKind } from './identifier.ts';
import { undisguise } from './undisguise.ts';

/**
 * Where a text stands. A `field` is what names a room, a path, a file or a person to a vendor: nothing personal belongs
 * there, so everything that may be an identifier is told. In a `conversation` people speak of dates, doses and pressures
 * all the time: only what is clearly an identifier is told.
 */
export type TextUse = 'field' | 'conversation';

/** See {@link findIdentifiers}. */
export interface FindIdentifiersOptions {
  readonly in: TextUse;
  /** What must never leave this page: names and numbers of the people in this visit, as the host knows them. */
  readonly known?: readonly string[];
}

interface Sign {
  readonly kind: IdentifierKind;
  /** Global. */
  readonly pattern: RegExp;
  /** Whether what matched really is one. */
  readonly check?: (match: string) => boolean;
  /** Only in fields: too much of it is said in conversations. */
  readonly fieldOnly?: true;
}

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const year = '(?:1[89]|20)\\d\\d';
const medicareLetter = '[AC-HJKMNP-RT-Y]';
const medicareAny = '[0-9AC-HJKMNP-RT-Y]';
const unit = '(?!\\s*(?:mg|mcg|µg|g|ml|l|iu|units?|kcal|steps|mm|cm|%))';

const signs: readonly Sign[] = [
  { kind: 'email', pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu },
  {
    kind: 'web-address',
    pattern:
      /\bhttps?:\/\/|\bwww\.|\b[a-z\d-]{2,}\.(?:com|org|net|edu|gov|io|health|clinic|care|us|uk|de|invalid|example)\b/gi,
  },
  {
    kind: 'network-address',
    pattern:
      /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])|\b(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}\b|\b[\da-f]{1,4}::[\da-f]{1,4}\b/gi,
  },
  {
    kind: 'social-security',
    pattern:
      /(?<![\d-])(?!000|666|9)\d{3}[- ](?!00)\d\d[- ](?!0000)\d{4}(?![\d-])|\b(?:ssn|social security)\D{0,20}\d{3}-?\d\d-?\d{4}\b/gi,
  },
  { kind: 'fax', pattern: /\bfax\b\D{0,15}[\d(+][\d ().-]{6,}/gi },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\d.-])(?:\\+?1[ .-]?)?(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d[ .-])\\d{3}[ .-]\\d{4}(?![\\d-])|\\+\\d[\\d ]{7,16}\\d|(?<![\\d.,/-])[2-9]\\d\\d-\\d{4}(?![\\d-])${unit}`,
      'gi',
    ),
  },
  {
    kind: 'record-number',
    pattern:
      /\b(?:mrn|mr ?#|medical record|chart (?:no|number|#)|hospital (?:no|number|#)|patient (?:id|no|number|#))[^\n\d]{0,15}\d[\d-]{3,}/gi,
  },
  {
    kind: 'health-plan',
    pattern: new RegExp(
      `(?<![\\w-])[1-9]${medicareLetter}${medicareAny}\\d-?${medicareLetter}${medicareAny}\\d-?${medicareLetter}{2}\\d\\d(?![\\w-])`,
      'g',
    ),
  },
  {
    kind: 'health-plan',
    pattern:
      /\b(?:member|policy|subscriber|insurance|health plan|medicaid|medicare)\s+(?:id|no|number|#)[^\n\d]{0,12}[\dA-Z-]*\d{4,}/gi,
  },
  { kind: 'account', pattern: /(?<![\d-])(?:\d[ -]?){12,18}\d(?![\d-])/g, check: passesLuhn },
  { kind: 'account', pattern: /\b[A-Z]{2}\d\d(?: ?[\dA-Z]{4}){2,7}(?: ?[\dA-Z]{1,4})?\b/g, check: passesIban },
  { kind: 'account', pattern: /\b(?:account|acct|iban|card)\s*(?:no|number|#)?[^\n\d]{0,8}\d{6,}/gi },
  { kind: 'licence', pattern: /\bnpi\D{0,8}\d{10}\b/gi },
  {
    kind: 'licence',
    pattern: /(?<!\d)[12]\d{9}(?!\d)/g,
    check: (digits) => passesLuhn(`80840${digits}`),
    fieldOnly: true,
  },
  { kind: 'licence', pattern: /\b[A-Z]{2}\d{7}\b/g, check: passesDea },
  { kind: 'licence', pattern: /\bdriver'?s? licen[cs]e[^\n\d]{0,15}[A-Z]?\d{4,}/gi },
  { kind: 'vehicle', pattern: /\b[A-HJ-NPR-Z\d]{17}\b/g, check: passesVin },
  { kind: 'device', pattern: /\b(?:[\da-f]{2}[:-]){5}[\da-f]{2}\b/gi },
  { kind: 'device', pattern: /(?<!\d)\d{15}(?!\d)/g, check: passesLuhn },
  {
    kind: 'device',
    pattern: /\b(?:s\/n|serial(?: (?:no|number))?|imei)[^\n\w]{0,4}[a-z\d-]{5,}/gi,
    check: (match) => /\d/.test(match),
  },
  {
    kind: 'device',
    pattern: /\p{L}+'s (?:airpods|iphone|ipad|macbook|phone|headset|galaxy|pixel|watch|webcam)/giu,
    fieldOnly: true,
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `\\b${year}-\\d\\d?-\\d\\d?\\b|(?<![\\d/.])\\d{1,2}[/.-]\\d{1,2}[/.-](?:${year}|\\d\\d)(?![\\d/.])|\\b(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?,? ${year}\\b|\\b\\d{1,2}(?:st|nd|rd|th|\\.)? (?:${months})\\.?,? ${year}\\b`,
      'gi',
    ),
  },
  { kind: 'date', pattern: /\b(?:dob|date of birth|born(?: on)?)\b[^\n\d]{0,12}\d/gi },
  { kind: 'date', pattern: /\b(?:9\d|1[01]\d)(?:[- ]?years?|[- ]?yrs?|\s?y\/?o)\b/gi },
  { kind: 'place', pattern: /\b\d{5}-\d{4}\b|\b[A-Z]{2},? \d{5}\b/g },
  {
    kind: 'place',
    pattern:
      /\b\d{1,5} (?:[A-Z][\p{L}']+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Terrace)\b|\bApt\.? ?#?\d+/gu,
  },
  { kind: 'place', pattern: /-?\d{1,2}\.\d{3,},\s*-?\d{1,3}\.\d{3,}/g },
  { kind: 'name', pattern: /\b(?:Dr|Mr|Mrs|Ms|Mx|Prof)\.? \p{Lu}\p{L}+/gu, fieldOnly: true },
  { kind: 'name', pattern: /\b\p{Lu}\p{Ll}+(?:, |[ _.-])\p{Lu}\p{Ll}+\b/gu, fieldOnly: true },
  { kind: 'code', pattern: /(?<![\w])(?=\w*\d)[\dA-Za-z]{6,}(?![\w])/g, fieldOnly: true },
];

/** What we or a vendor drew, and says nothing about anybody: UUIDs, 24 hexadecimal digits, pseudonyms. */
const issued =
  /\b[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\b|\b[\da-f]{24}\b|\b(?:Clinician|Patient|Interpreter|Family|Observer|Guest) [BCDFGHJKLMNPQRSTVWXZ][2-9][BCDFGHJKLMNPQRSTVWXZ][2-9]\b/g;

/**
 * The kinds of identifiers that a text seems to hold, each once. A second line: names cannot be found by patterns, so
 * what may reach a vendor is generated or matches a closed grammar, and this looks at what people and hosts bring.
 * Nothing of the text is in the answer, and nothing is sent anywhere. Pure.
 */
export const findIdentifiers = (text: string, options: FindIdentifiersOptions): readonly IdentifierKind[] => {
  const said = undisguise(text);
  const plain = said.replaceAll(issued, ' ');
  const found = new Set<IdentifierKind>();
  for (const { kind, pattern, check, fieldOnly } of signs) {
    if (found.has(kind) || (fieldOnly === true && options.in === 'conversation')) continue;
    const matches = plain.match(pattern) ?? [];
    if (check === undefined ? matches.length > 0 : matches.some(check)) found.add(kind);
  }
  if (holdsKnown(said, options.known ?? [])) found.add('known');
  return [...found];
};
