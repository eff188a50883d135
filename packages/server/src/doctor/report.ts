import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import type { CheckReport, Diagnosis } from './diagnose.ts';

const marks = { met: 'ok', broken: 'BROKEN', unknown: 'UNKNOWN', 'not-needed': '-' } as const;

const endings = {
  met: 'Everything that was looked at is as it should be. This is no statement about any law.',
  broken: 'Something is not as it should be.',
  unknown: 'Something could not be looked at, which is not taken as fine.',
} as const;

/** Findings in a row that say the same, as one: a room that could not be read leaves many rules unknown. */
const grouped = (findings: readonly DeploymentFinding[]): readonly (readonly DeploymentFinding[])[] => {
  const groups: DeploymentFinding[][] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    if (last?.[0]?.says === finding.says && last[0].remedy === finding.remedy) last.push(finding);
    else groups.push([finding]);
  }
  return groups;
};

const linesOf = ({ title, verdict, because, rules, findings }: CheckReport): readonly string[] => {
  const heading = `${marks[verdict].padEnd(9)}${title}`;
  if (because !== undefined) return [`${heading}: ${because}`];
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  const met = rules.filter((ruleId) => !found.has(ruleId));
  return [
    met.length > 0 ? `${heading} (met: ${met.join(', ')})` : heading,
    ...grouped(findings).flatMap((group) => {
      const ruleIds = group.map(({ ruleId }) => ruleId).join(', ');
      const mark = group[0]?.verdict === 'broken' ? '✗' : '?';
      return [`         ${mark} ${ruleIds}  ${group[0]?.says ?? ''}`, `           → ${group[0]?.remedy ?? ''}`];
    }),
  ];
};

/** A diagnosis for people to read, in plain lines. */
export const formatDiagnosis = ({ provider, patients, at, verdict, checks }: Diagnosis): string =>
  [
    `Quietroom doctor: ${provider}, ${patients} patients, ${at}`,
    '',
    ...checks.flatMap(linesOf),
    '',
    endings[verdict],
    '',
  ].join('\n');
