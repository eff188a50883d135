import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { openInPolicies, parsePolicies } from './content-security-policy.ts';

/** A year, in seconds: OWASP ASVS 5.0 3.4.1. */
const longEnough = 31_536_000;

interface HeaderRule {
  readonly ruleId: string;
  readonly header: string;
  readonly remedy: string;
  /** What is wrong with the value, or null. `null` is a header that was not sent. */
  readonly problem: (value: string | null, host: string) => string | null;
}

const captures = ['camera', 'microphone', 'display-capture'];

const captureProblem = (value: string | null): string | null => {
  const named = new Map(
    (value ?? '').split(',').map((part) => {
      const [name, ...rest] = part.trim().split('=');
      return [name?.toLowerCase() ?? '', rest.join('=').trim()] as const;
    }),
  );
  const open = captures.filter((feature) => {
    const allowed = named.get(feature);
    return allowed === undefined || !/^(?:self|\([^*]*\))$/.test(allowed);
  });
  return open.length === 0 ? null : `It does not keep ${open.join(', ')} to this site.`;
};

/** The headers a visit page sends, and where each is asked for. */
const headerRules: readonly HeaderRule[] = [
  {
    // OWASP ASVS 5.0 3.4.3; FTC and OCR on trackers: no third-party script on a visit page.
    ruleId: 'Q-PAGE-CONTENT',
    header: 'content-security-policy',
    remedy: "Name what the page may load and reach; start from default-src 'self'.",
    problem: (value, host) => {
      const open = openInPolicies(parsePolicies(value ?? ''), host);
      return open.length === 0 ? null : `Under it ${open.join('; ')}.`;
    },
  },
  {
    // W3C Permissions Policy: only this site opens the camera, the microphone and the screen.
    ruleId: 'Q-PAGE-PERMISSIONS',
    header: 'permissions-policy',
    remedy: 'Send camera=(self), microphone=(self), display-capture=(self).',
    problem: captureProblem,
  },
  {
    // OWASP ASVS 5.0 3.4.5: where somebody comes from may say what they are treated for.
    ruleId: 'Q-PAGE-REFERRER',
    header: 'referrer-policy',
    remedy: 'Send no-referrer.',
    problem: (value) => {
      const last = (value ?? '').split(',').at(-1)?.trim().toLowerCase() ?? '';
      return ['no-referrer', 'same-origin'].includes(last) ? null : 'Other sites may learn where somebody came from.';
    },
  },
  {
    // OWASP ASVS 5.0 3.4.1
    ruleId: 'Q-PAGE-TRANSPORT',
    header: 'strict-transport-security',
    remedy: 'Send max-age=31536000; includeSubDomains.',
    problem: (value) => {
      const seconds = Number(/(?:^|;)\s*max-age\s*=\s*"?(\d+)"?\s*(?:;|$)/i.exec(value ?? '')?.[1]);
      return seconds >= longEnough ? null : 'Browsers do not remember for a year to come over TLS only.';
    },
  },
  {
    // OWASP ASVS 5.0 14.3.2; a shared computer keeps what it may.
    ruleId: 'Q-PAGE-CACHE',
    header: 'cache-control',
    remedy: 'Send no-store.',
    problem: (value) =>
      (value ?? '').split(',').some((directive) => directive.trim().toLowerCase() === 'no-store')
        ? null
        : 'The browser may keep the page on its disk.',
  },
];

/** The rules about headers, by id. */
export const headerRuleIds: readonly string[] = headerRules.map(({ ruleId }) => ruleId);

/** What the headers of a visit page leave open. @param host of the page, with its port */
export const lintPageHeaders = (headers: Headers, host: string): readonly DeploymentFinding[] =>
  headerRules.flatMap(({ ruleId, header, remedy, problem }): DeploymentFinding[] => {
    const value = headers.get(header);
    const wrong = problem(value, host);
    if (wrong === null) return [];
    const says =
      value === null ? `The visit page sends no ${header}.` : `The ${header} of the visit page is too loose.`;
    return [{ ruleId, verdict: 'broken', says: `${says} ${wrong}`, remedy }];
  });
