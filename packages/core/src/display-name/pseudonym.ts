import type { Environment } from '../contract/environment.ts';
import type { Pseudonym, Role } from '../contract/identity.ts';

/** Who a pseudonym is for: a role, or `guest` for somebody nobody vouches for. */
export type PseudonymRole = Role | 'guest';

const words: Readonly<Record<PseudonymRole, string>> = {
  clinician: 'Clinician',
  patient: 'Patient',
  interpreter: 'Interpreter',
  family: 'Family',
  observer: 'Observer',
  guest: 'Guest',
};

// No vowels, no Y and digits only between letters: it can spell neither a name nor a year.
const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const digits = '23456789';
const grammar =
  /^(Clinician|Patient|Interpreter|Family|Observer|Guest) [BCDFGHJKLMNPQRSTVWXZ][2-9][BCDFGHJKLMNPQRSTVWXZ][2-9]$/;

const draw = (alphabet: string, crypto: Pick<Environment['crypto'], 'getRandomValues'>): string => {
  // Bytes past the last whole multiple would make the first letters likelier.
  const limit = 256 - (256 % alphabet.length);
  for (;;) {
    for (const byte of crypto.getRandomValues(new Uint8Array(8))) {
      if (byte < limit) return alphabet.charAt(byte % alphabet.length);
    }
  }
};

/** A fresh pseudonym, for example `Patient K7Q4`: drawn at random, never derived from a person. */
export const createPseudonym = (
  role: PseudonymRole,
  crypto: Pick<Environment['crypto'], 'getRandomValues'>,
): Pseudonym =>
  `${words[role]} ${draw(letters, crypto)}${draw(digits, crypto)}${draw(letters, crypto)}${draw(digits, crypto)}` as Pseudonym;

/** The value as a pseudonym, or null when it is outside the grammar: such a name is never shown, announced or logged. */
export const parsePseudonym = (value: unknown): Pseudonym | null =>
  typeof value === 'string' && grammar.test(value) ? (value as Pseudonym) : null;

/** Whether a pseudonym's word is the one for this role. */
export const pseudonymIsFor = (name: Pseudonym, role: PseudonymRole): boolean => name.startsWith(`${words[role]} `);
