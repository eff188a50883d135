import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { notChecked, type Check } from './check.ts';

/** The numbers of a release, or null when it is not one: pre-releases are not judged as releases. */
const numbers = (version: string): readonly number[] | null => {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(version);
  return match === null ? null : match.slice(1).map(Number);
};

/** Whether a version is at least another; null when either is not a release. */
export const isAtLeast = (version: string, minimum: string): boolean | null => {
  const have = numbers(version);
  const need = numbers(minimum);
  if (have === null || need === null) return null;
  for (const [index, wanted] of need.entries()) {
    const found = have[index] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return true;
};

/** Whether the vendor's SDK that is installed is one the adapter was verified with. */
export const checkSdks: Check = {
  name: 'sdks',
  title: 'the installed SDKs',
  without: ({ provider }) => (provider === 'local' ? 'With the local adapter the browser is the SDK.' : null),
  run({ provider, sdks = [] }) {
    const ruleId = provider === '100ms' ? 'H1-59' : 'Q-SDK-VERSION';
    const remedy = 'Install the adapter with the SDK version it was verified with.';
    if (sdks.length === 0)
      return notChecked(ruleId, 'No installed SDK was looked at.', 'Name the folder under `packages`.');
    const findings = sdks.flatMap(({ name, version, minimum }): DeploymentFinding[] => {
      if (version === null) return [{ ruleId, verdict: 'unknown', says: `${name} was not found.`, remedy }];
      const enough = minimum === null ? null : isAtLeast(version, minimum);
      if (enough === true) return [];
      if (enough === false) {
        return [
          {
            ruleId,
            verdict: 'broken',
            says: `${name} ${version} is older than the ${minimum ?? ''} that was verified.`,
            remedy,
          },
        ];
      }
      return [
        {
          ruleId,
          verdict: 'unknown',
          says: `Whether the installed ${name} is one that was verified is not known.`,
          remedy,
        },
      ];
    });
    return { rules: [ruleId], findings };
  },
};
