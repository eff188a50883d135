import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import type { Participant } from '../visit/visit-state.ts';
import type { ConsentMatter, OwnConsent } from './consent.ts';
import type { ConsentText } from './consent-text.ts';

/** Somebody in the visit, as far as consent needs to know them. */
export type ConsentPerson = Pick<Participant, 'id' | 'sub' | 'role' | 'verified' | 'pseudonym'>;

/** Who has said what about one matter. Answers count only while the one who gave them is here and verified. */
export interface Ledger {
  own: OwnConsent;
  askedBy: ParticipantId | 'self' | null;
  readonly answers: Map<ParticipantId, 'agreed' | 'refused'>;
  /** When somebody who had agreed took it back, in milliseconds since the epoch. */
  readonly withdrawnAt: Map<ParticipantId | 'self', number>;
  /** Among whom each of the others holds everybody's consent, as `amongOf` writes it. */
  readonly held: Map<ParticipantId, string>;
}

export const createLedger = (): Ledger => ({
  own: 'not-asked',
  askedBy: null,
  answers: new Map(),
  withdrawnAt: new Map(),
  held: new Map(),
});

/** The vendor's recording machine is no person and cannot agree. */
export const peopleOf = (others: readonly ConsentPerson[]): readonly ConsentPerson[] =>
  others.filter(({ role }) => role !== 'recorder');

/** Forgets what was said by those who left or whose identity is no longer proved. */
export const keepOnly = (ledger: Ledger, people: readonly ConsentPerson[]): void => {
  const here = new Set(people.filter(({ verified }) => verified).map(({ id }) => id));
  for (const said of [ledger.answers, ledger.held]) for (const id of said.keys()) if (!here.has(id)) said.delete(id);
  if (ledger.askedBy !== null && ledger.askedBy !== 'self' && !here.has(ledger.askedBy)) ledger.askedBy = null;
};

/**
 * Whether everybody in the visit agreed, as far as this page knows. Somebody unproved cannot have agreed.
 * @param excused whose missing consent is to be overlooked
 */
export const everybodyAgreed = (
  ledger: Ledger,
  people: readonly ConsentPerson[],
  excused: (who: ParticipantId | 'self') => boolean = () => false,
): boolean =>
  (ledger.own === 'agreed' || excused('self')) &&
  people.every(({ id, verified }) => verified && (ledger.answers.get(id) === 'agreed' || excused(id)));

/** Everybody in the visit by the ids in their passes, this page's person included, in an order all pages agree on. */
export const among = (self: OpaqueId, people: readonly ConsentPerson[]): readonly OpaqueId[] =>
  [self, ...people.map(({ sub }) => sub).filter((sub) => sub !== null)].toSorted();

export const amongOf = (subs: readonly OpaqueId[]): string => subs.join(' ');

/**
 * Whether everybody agreed, and every other page holds everybody's consent too: otherwise a page whose messages are late
 * would see a recorder without consent and stop.
 */
export const everybodyKnows = (ledger: Ledger, self: OpaqueId, people: readonly ConsentPerson[]): boolean => {
  if (!everybodyAgreed(ledger, people)) return false;
  const all = amongOf(among(self, people));
  return people.every(({ id }) => ledger.held.get(id) === all);
};

const same = (one: readonly ParticipantId[], other: readonly ParticipantId[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

/** What people see of it; `before` itself when nothing changed. */
export const showLedger = (
  before: ConsentMatter,
  text: ConsentText | null,
  ledger: Ledger,
  people: readonly ConsentPerson[],
  ready: boolean,
): ConsentMatter => {
  const answered = (answer: 'agreed' | 'refused' | undefined): readonly ParticipantId[] =>
    people.filter(({ id }) => ledger.answers.get(id) === answer).map(({ id }) => id);
  const after = {
    text,
    own: ledger.own,
    askedBy: ledger.askedBy,
    agreed: answered('agreed'),
    refused: answered('refused'),
    missing: answered(undefined),
    ready,
  };
  const unchanged =
    before.text === text &&
    before.own === after.own &&
    before.askedBy === after.askedBy &&
    before.ready === ready &&
    same(before.agreed, after.agreed) &&
    same(before.refused, after.refused) &&
    same(before.missing, after.missing);
  return unchanged ? before : after;
};
