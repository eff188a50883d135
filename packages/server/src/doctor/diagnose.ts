import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { checkAttestations } from './check-attestations.ts';
import { checkBucket } from './check-bucket.ts';
import { checkPage } from './check-page.ts';
import { checkRooms } from './check-rooms.ts';
import { checkSdks } from './check-sdks.ts';
import { checkWebhook } from './check-webhook.ts';
import type { Check, CheckName, CheckResult, CheckTools } from './check.ts';
import type { Deployment } from './deployment.ts';

/** What came of a check, or of all of them. `broken` outweighs `unknown`, which outweighs `met`. */
export type DiagnosisVerdict = 'met' | 'broken' | 'unknown';

/** What the doctor found out about one thing. */
export interface CheckReport {
  readonly check: CheckName;
  readonly title: string;
  /** `not-needed`: it does not concern this deployment, for the reason in `because`. */
  readonly verdict: DiagnosisVerdict | 'not-needed';
  readonly because?: string;
  /** Every rule that was judged. Those without a finding are met. */
  readonly rules: readonly string[];
  readonly findings: readonly DeploymentFinding[];
}

/** What the doctor found out. Plain data, keyed to rule ids; holds no secret, no address and no person. */
export interface Diagnosis {
  readonly format: 'quietroom-diagnosis/1';
  readonly provider: Deployment['provider'];
  readonly patients: Deployment['patients'];
  /** When, as an ISO time. */
  readonly at: string;
  readonly verdict: DiagnosisVerdict;
  readonly checks: readonly CheckReport[];
}

/** How the doctor works. */
export interface DiagnoseOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** How long one call may take, in milliseconds. Default 10,000. */
  readonly timeoutMilliseconds?: number;
  /** Told what is looked at before it is. */
  readonly onProgress?: (progress: { readonly check: CheckName; readonly title: string }) => void;
}

const checks: readonly Check[] = [checkAttestations, checkRooms, checkBucket, checkWebhook, checkPage, checkSdks];

const worst = (verdicts: readonly (DiagnosisVerdict | 'not-needed')[]): DiagnosisVerdict => {
  if (verdicts.includes('broken')) return 'broken';
  return verdicts.includes('unknown') ? 'unknown' : 'met';
};

const runSafely = async (check: Check, deployment: Deployment, tools: CheckTools): Promise<CheckResult> => {
  try {
    return await check.run(deployment, tools);
  } catch {
    // What was thrown may repeat what the check was given.
    const says = 'This check itself failed.';
    const remedy = 'Check how the deployment is described; otherwise report it as a bug, without the description.';
    return {
      rules: [],
      findings: [{ ruleId: `Q-DOCTOR-${check.name.toUpperCase()}`, verdict: 'unknown', says, remedy }],
    };
  }
};

/**
 * Looks at a deployment: what the clinic attests, the rooms, the bucket, the webhook endpoint, the visit page and the
 * SDKs. What could not be looked at is `unknown`, never taken as met. Sends the endpoint good and tampered events of a
 * type no vendor sends; changes nothing else. Never throws.
 */
export const diagnose = async (deployment: Deployment, options: DiagnoseOptions = {}): Promise<Diagnosis> => {
  const { fetch = globalThis.fetch, now = Date.now, timeoutMilliseconds = 10_000, onProgress } = options;
  const reports: CheckReport[] = [];
  for (const check of checks) {
    const { name, title } = check;
    const because = check.without(deployment);
    if (because !== null) {
      reports.push({ check: name, title, verdict: 'not-needed', because, rules: [], findings: [] });
      continue;
    }
    onProgress?.({ check: name, title });
    const { rules, findings } = await runSafely(check, deployment, { fetch, now, timeoutMilliseconds });
    reports.push({ check: name, title, verdict: worst(findings.map(({ verdict }) => verdict)), rules, findings });
  }
  return {
    format: 'quietroom-diagnosis/1',
    provider: deployment.provider,
    patients: deployment.patients,
    at: new Date(now()).toISOString(),
    verdict: worst(reports.map(({ verdict }) => verdict)),
    checks: reports,
  };
};
