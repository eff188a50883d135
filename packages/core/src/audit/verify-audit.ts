import { beforeFirst, hashRecord, type AuditRecord } from './audit-record.ts';

/** What is wrong with a trail, and at which line. */
export interface AuditProblem {
  /** The number of the line, or of the first missing one. */
  readonly number: number;
  readonly problem:
    /** The line is not what was hashed. */
    | 'changed'
    /** Two different lines have this number. */
    | 'contradicted'
    /** The line does not follow from the one before. */
    | 'not-chained'
    /** From this number on, up to the next line that is there, lines are missing. */
    | 'missing'
    /** The page itself dropped lines here because nobody took them. */
    | 'dropped'
    /** The line belongs to another trail or visit. */
    | 'foreign'
    /** After this line the trail stops without having been closed: the page was cut off, or the end was taken away. */
    | 'cut-off'
    /** Lines follow the one that closes the trail. */
    | 'after-the-end';
}

/** See {@link verifyAudit}. */
export interface AuditVerdict {
  /** Whether the lines are a whole, unchanged trail. */
  readonly intact: boolean;
  /** How many different lines were given. */
  readonly lines: number;
  readonly problems: readonly AuditProblem[];
}

/**
 * Checks the lines of one trail, as delivered: in any order, and repeated ones once. Works in browsers and on servers.
 * What an intact trail proves and what it cannot is in `docs/audit.md`: whoever writes the lines can write others.
 */
export const verifyAudit = (records: readonly AuditRecord[]): AuditVerdict => {
  const problems: AuditProblem[] = [];
  const byNumber = new Map<number, AuditRecord>();
  const [first] = records;
  for (const record of records) {
    const { number } = record;
    if (hashRecord(record) !== record.hash) problems.push({ number, problem: 'changed' });
    else if (record.trail !== first?.trail || record.visit !== first.visit)
      problems.push({ number, problem: 'foreign' });
    else if ((byNumber.get(number) ?? record).hash !== record.hash) problems.push({ number, problem: 'contradicted' });
    else byNumber.set(number, record);
  }
  const lines = [...byNumber.values()].sort((one, other) => one.number - other.number);
  let expected = 1;
  let previous: string | null = beforeFirst;
  let ended = false;
  for (const { number, previous: before, event, hash } of lines) {
    if (number !== expected) problems.push({ number: expected, problem: 'missing' });
    else if (before !== previous) problems.push({ number, problem: 'not-chained' });
    if (ended) problems.push({ number, problem: 'after-the-end' });
    if (event.type === 'lines-dropped') problems.push({ number, problem: 'dropped' });
    ended = event.type === 'trail-closed';
    expected = number + 1;
    previous = hash;
  }
  if (!ended) problems.push({ number: expected - 1, problem: 'cut-off' });
  return { intact: problems.length === 0, lines: lines.length, problems };
};
