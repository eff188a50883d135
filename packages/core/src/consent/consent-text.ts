import { toBase64url } from '../display-name/base64url.ts';
import type { Environment } from '../contract/environment.ts';
import type { ConsentSubject } from '../messages/content.ts';

/** What a recording or captions mean in this visit: plain data, computed from the policy and what the provider keeps. */
export interface ConsentTerms {
  readonly subject: ConsentSubject;
  /** Whether the provider writes down what the recording holds. */
  readonly transcript: boolean;
  /** Whether a machine sums it up. */
  readonly summary: boolean;
  /**
   * The longest that anything of it is kept by anybody, in days; 0 when nothing is kept, null when nobody has said.
   */
  readonly keptDays: number | null;
}

/** One sentence of a consent text, by name, so that it can be translated. */
export type ConsentStatement =
  | { readonly says: 'records' | 'captions' | 'machine-made' | 'transcript' | 'summary' }
  | { readonly says: 'kept'; readonly days: number }
  | { readonly says: 'kept-nothing' | 'kept-unknown' | 'may-refuse' | 'may-withdraw' };

/** What people are asked to agree to, sentence by sentence. */
export interface ConsentText {
  readonly subject: ConsentSubject;
  readonly statements: readonly ConsentStatement[];
  /** The English sentences: the text that counts, whatever language it is shown in. */
  readonly english: readonly string[];
  /** SHA-256 of the English sentences, joined by line feeds, in base64url. A consent names it. */
  readonly hash: string;
}

/** The sentences for these terms, in the order they are read. Pure. */
export const statementsOf = ({ subject, transcript, summary, keptDays }: ConsentTerms): readonly ConsentStatement[] => [
  ...(subject === 'recording'
    ? [
        { says: 'records' } as const,
        ...(transcript ? [{ says: 'transcript' } as const] : []),
        ...(summary ? [{ says: 'summary' } as const] : []),
      ]
    : [{ says: 'captions' } as const, { says: 'machine-made' } as const]),
  keptDays === null
    ? { says: 'kept-unknown' }
    : keptDays === 0
      ? { says: 'kept-nothing' }
      : { says: 'kept', days: keptDays },
  { says: 'may-refuse' },
  { says: 'may-withdraw' },
];

/** A sentence in English. */
export const sayInEnglish = (statement: ConsentStatement): string => {
  switch (statement.says) {
    case 'records':
      return 'A recording holds the picture and the sound of everybody in this visit, and every screen that is shared.';
    case 'captions':
      return 'A service of the video provider listens to everybody in this visit and turns what is said into text.';
    case 'machine-made':
      return 'A machine makes the captions. They may be wrong, and do not replace a qualified interpreter.';
    case 'transcript':
      return 'A service of the video provider writes down what was said in the recording.';
    case 'summary':
      return 'A machine sums up what was said in the recording. It may be wrong.';
    case 'kept':
      return statement.days === 1
        ? 'Some of it may be kept for up to 1 day.'
        : `Some of it may be kept for up to ${String(statement.days)} days.`;
    case 'kept-nothing':
      return 'Nothing of it is kept after the visit.';
    case 'kept-unknown':
      return 'How long it is kept is not known. Ask the clinic before you agree.';
    case 'may-refuse':
      return 'You may say no. The visit then goes on without it.';
    case 'may-withdraw':
      return 'You may change your mind at any time. It then stops for everybody; what was made until then remains.';
  }
};

const sha256 = async (text: string, { subtle }: Pick<Crypto, 'subtle'>): Promise<string> =>
  toBase64url(new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text))));

/** SHA-256 of sentences as they were shown, joined by line feeds, in base64url. */
export const hashSentences = (sentences: readonly string[], crypto: Pick<Crypto, 'subtle'>): Promise<string> =>
  sha256(sentences.join('\n'), crypto);

/** The text for these terms, with its hash. */
export const createConsentText = async (
  terms: ConsentTerms,
  { crypto }: Pick<Environment, 'crypto'>,
): Promise<ConsentText> => {
  const statements = statementsOf(terms);
  const english = statements.map(sayInEnglish);
  return { subject: terms.subject, statements, english, hash: await hashSentences(english, crypto) };
};
