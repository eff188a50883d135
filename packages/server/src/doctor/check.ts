import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import type { Deployment } from './deployment.ts';

/** What the doctor looks at, in this order. */
export type CheckName = 'attestations' | 'rooms' | 'bucket' | 'webhook' | 'page' | 'sdks';

/** What a check may use. */
export interface CheckTools {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMilliseconds: number;
}

/** What a check looked at and what it found. */
export interface CheckResult {
  /** Every rule that was judged. Those without a finding are met. */
  readonly rules: readonly string[];
  readonly findings: readonly DeploymentFinding[];
}

/** One thing the doctor looks at. */
export interface Check {
  readonly name: CheckName;
  /** What is looked at, for somebody who waits. */
  readonly title: string;
  /** Why the check does not concern this deployment; `null` when it does. */
  readonly without: (deployment: Deployment) => string | null;
  readonly run: (deployment: Deployment, tools: CheckTools) => Promise<CheckResult> | CheckResult;
}

/** A result that says nothing could be looked at. */
export const notChecked = (ruleId: string, says: string, remedy: string): CheckResult => ({
  rules: [ruleId],
  findings: [{ ruleId, verdict: 'unknown', says, remedy }],
});
