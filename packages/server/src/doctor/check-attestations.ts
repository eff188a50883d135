import { attestationsWanted, type Attestable } from '@quietroom/core/policy';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { notChecked, type Check } from './check.ts';
import type { Deployment } from './deployment.ts';

/** Everything this deployment must attest. */
export const attestationsAsked = ({ provider, patients, recording }: Deployment): readonly Attestable[] =>
  attestationsWanted({ provider, patients, recording, operatedBy: provider === 'local' ? 'host' : 'vendor' });

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The start of an ISO day in milliseconds, or null when it is none. */
const parseDay = (value: unknown): number | null => {
  if (typeof value !== 'string' || !day.test(value)) return null;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value ? null : at;
};

const monthsAfter = (at: number, months: number): number => {
  const date = new Date(at);
  return date.setUTCMonth(date.getUTCMonth() + months);
};

/** What is wrong with an attestation, or null. Never repeats what it says: it may name somebody. */
const problemOf = (entry: unknown, months: number, now: number): string | null => {
  if (typeof entry !== 'object' || entry === null) return 'It has not been attested.';
  const { evidence, on, expires }: { evidence?: unknown; on?: unknown; expires?: unknown } = entry;
  if (typeof evidence !== 'string' || evidence.trim() === '') return 'Its attestation holds no evidence.';
  const from = parseDay(on);
  if (from === null) return 'Its attestation has no date: `on` is not a day such as 2031-02-03.';
  if (from > now) return 'Its attestation is dated in the future.';
  const until = parseDay(expires);
  if (until === null) return 'Its attestation has no expiry: `expires` is not a day such as 2032-02-03.';
  if (until <= now) return `Its attestation expired on ${new Date(until).toISOString().slice(0, 10)}.`;
  if (until > monthsAfter(from, months)) return `Its attestation runs longer than the ${months} months it may.`;
  return null;
};

/** Whether the clinic has attested what no program can read back, with evidence, a date and an expiry. */
export const checkAttestations: Check = {
  name: 'attestations',
  title: 'what the clinic attests',
  without: ({ patients }) => (patients === 'synthetic' ? 'Invented patients need no attestation.' : null),
  run(deployment, { now }) {
    const asked = attestationsAsked(deployment);
    const { attestations } = deployment;
    if (typeof attestations !== 'object' || attestations === null || Array.isArray(attestations)) {
      const [first] = asked;
      return notChecked(
        first?.ruleId ?? 'B-23',
        'No attestations were given, or they cannot be read.',
        'Keep a JSON file with one entry per rule: evidence, on, expires.',
      );
    }
    const entries = new Map<string, unknown>(Object.entries(attestations));
    const findings = asked.flatMap(({ ruleId, months, says, remedy }): DeploymentFinding[] => {
      const problem = problemOf(entries.get(ruleId), months, now());
      return problem === null ? [] : [{ ruleId, verdict: 'broken', says: `${says} ${problem}`, remedy }];
    });
    return { rules: asked.map(({ ruleId }) => ruleId), findings };
  },
};
