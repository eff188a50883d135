import type { Page } from '@playwright/test';
import { sinks, type Sink } from './sinks.ts';
import { watchForPersonalData, type Finding, type SinkCounts, type WatchOptions } from './watch.ts';

/** Something found that is meant to be there, written out with its reason. */
export interface Exception {
  readonly sink: Sink;
  /** The canary's id; every canary when left out. */
  readonly canary?: string;
  /** Which page, counting from 0; every page when left out. */
  readonly page?: number;
  readonly why: string;
}

/** See {@link expectNoPhi}. */
export interface ExpectNoPhiOptions extends WatchOptions {
  /** What people do while everything is watched: open the pages, hold the visit, leave. */
  readonly visit: () => Promise<void>;
  readonly exceptions?: readonly Exception[];
  /** Ways out that this visit must have used, so that a watch that sees nothing cannot pass. */
  readonly mustUse?: readonly Sink[];
}

/** What was watched. Write it to a file: a way out that was skipped shows as 0. */
export interface CanaryReport {
  readonly counts: SinkCounts;
  /** Exceptions that nothing needed any more. */
  readonly unneeded: readonly Exception[];
}

/** Personal data came out of a page. */
export class PersonalDataFound extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const lines = findings.map(
      ({ sink, canary, form, page, to }) =>
        `- ${canary}, ${form}, from page ${page} by ${sink} (${sinks[sink]})${to === undefined ? '' : ` to ${to}`}`,
    );
    super(
      `Personal data came out of the page, where others can read it. Keep it from there, or write an exception with its reason.\n${lines.join('\n')}`,
    );
    this.name = 'PersonalDataFound';
    this.findings = findings;
  }
}

const covers = (exception: Exception, { sink, canary, page }: Finding): boolean =>
  exception.sink === sink && (exception.canary ?? canary) === canary && (exception.page ?? page) === page;

/**
 * Holds a visit on pages whose every way out is watched, and fails if anything personal that was put in comes out.
 *
 * Put a canary into everything your app knows about a person, and give the pages while they are blank.
 * @throws PersonalDataFound naming what came out, where and how it was disguised, never its value
 * @throws Error when a way out that had to be used was not
 */
export const expectNoPhi = async (
  pages: Page | readonly Page[],
  { visit, exceptions = [], mustUse = [], ...options }: ExpectNoPhiOptions,
): Promise<CanaryReport> => {
  const watch = await watchForPersonalData(pages, options);
  await visit();
  await watch.readPages();
  const findings = await watch.findings();
  const unexpected = findings.filter((finding) => !exceptions.some((exception) => covers(exception, finding)));
  if (unexpected.length > 0) throw new PersonalDataFound(unexpected);
  const unused = mustUse.filter((sink) => watch.counts[sink] === 0);
  if (unused.length > 0)
    throw new Error(`This visit never used ${unused.join(', ')}, so nothing is known about it. Does it still run?`);
  return {
    counts: watch.counts,
    unneeded: exceptions.filter((exception) => !findings.some((finding) => covers(exception, finding))),
  };
};
