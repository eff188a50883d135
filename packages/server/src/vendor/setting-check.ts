import type { DeploymentFinding } from './deployment-finding.ts';

/** What a setting must be, and what to say when it is not. */
export interface SettingCheck {
  readonly ruleId: string;
  /** The setting as the vendor names it. */
  readonly setting: string;
  readonly met: boolean;
  /** Whether the answer said anything about it. */
  readonly known: boolean;
  readonly says: string;
  readonly remedy: string;
}

/** The findings of checks that are not met; a setting nobody could read is `unknown`. */
export const findingsOf = (checks: readonly SettingCheck[]): readonly DeploymentFinding[] =>
  checks
    .filter(({ met }) => !met)
    .map(({ ruleId, setting, known, says, remedy }) =>
      known
        ? { ruleId, verdict: 'broken', says, remedy }
        : {
            ruleId,
            verdict: 'unknown',
            says: `The vendor’s answer does not say what \`${setting}\` is.`,
            remedy: `Check it by hand. ${remedy}`,
          },
    );
