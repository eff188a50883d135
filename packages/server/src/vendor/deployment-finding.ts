/** Something about a deployment that is not as a requirement wants it, or that nobody could read. */
export interface DeploymentFinding {
  /** The requirement, for example `W1-04`; a rule of the checklist, so that reports can be compared over time. */
  readonly ruleId: string;
  /** `unknown` when it could not be read: never taken as met. */
  readonly verdict: 'broken' | 'unknown';
  /** What is wrong. Names settings, never their secret values and never a person. */
  readonly says: string;
  /** What would change it. */
  readonly remedy: string;
}
