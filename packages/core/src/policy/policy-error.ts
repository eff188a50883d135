/** How a policy can contradict itself. Closed. */
export type PolicyProblem =
  'transcription-without-recording' | 'summaries-without-transcription' | 'loosened-without-reason';

const remedies: Readonly<Record<PolicyProblem, string>> = {
  'transcription-without-recording': 'Set `recording` to "cloud", or `transcription` to false.',
  'summaries-without-transcription': 'Set `transcription` to true, or `summaries` to false.',
  'loosened-without-reason': 'Write the reason for every rule under `loosened`: Visit safety shows it.',
};

/** A policy that says two things which cannot both be true. Thrown before anything is asked of anybody. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly problem: PolicyProblem;

  constructor(policy: string, problem: PolicyProblem) {
    super(`The policy “${policy}” contradicts itself (${problem}). ${remedies[problem]}`);
    this.problem = problem;
  }
}
