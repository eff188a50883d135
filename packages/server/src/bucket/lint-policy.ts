import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { asRecord, asTexts, readStatements } from './policy-document.ts';
import type { BucketExpectations } from './lint-bucket.ts';
import { writerProfiles } from './writer-profile.ts';

type Statement = Readonly<Record<string, unknown>>;

const isEverybody = (principal: unknown): boolean =>
  principal === '*' || Object.values(asRecord(principal) ?? {}).some((who) => asTexts(who)?.includes('*') === true);

const isOnlyWriter = (principal: unknown, writer: string): boolean => {
  const record = asRecord(principal);
  if (record === null || Object.keys(record).join() !== 'AWS') return false;
  return asTexts(record['AWS'])?.every((who) => who === writer) === true;
};

/** Whether the statement denies everything in the bucket to everybody whenever the connection is not TLS. */
const deniesPlainHttp = (statement: Statement, resources: readonly string[]): boolean => {
  if (statement['Effect'] !== 'Deny' || 'NotAction' in statement || 'NotResource' in statement) return false;
  if ('NotPrincipal' in statement || !isEverybody(statement['Principal'])) return false;
  const everyAction = asTexts(statement['Action'])?.some((action) => action === '*' || /^s3:\*$/i.test(action));
  const named = asTexts(statement['Resource']) ?? [];
  const everyResource = named.includes('*') || resources.every((resource) => named.includes(resource));
  const condition = asRecord(statement['Condition']);
  // A second condition would narrow the denial, so there must be this one alone.
  if (everyAction !== true || !everyResource || condition === null || Object.keys(condition).join() !== 'Bool')
    return false;
  const test = asRecord(condition['Bool']);
  const [key, ...more] = Object.keys(test ?? {});
  if (test === null || key === undefined || more.length > 0 || key.toLowerCase() !== 'aws:securetransport')
    return false;
  const values: readonly unknown[] = Array.isArray(test[key]) ? test[key] : [test[key]];
  return values.length === 1 && String(values[0]).toLowerCase() === 'false';
};

/** Everything a bucket policy permits beyond the writer's least, and what it fails to deny. */
export const lintPolicy = (policy: unknown, expected: BucketExpectations): readonly DeploymentFinding[] => {
  const { actions, actionsRule, ownerRule } = writerProfiles[expected.vendor];
  const statements = readStatements(policy);
  const remedy = 'Put the policy that `createRecordingBucket` makes.';
  if (statements === null) {
    const says = 'The bucket policy cannot be read.';
    return [actionsRule, 'B-22', 'B-19'].map((ruleId) => ({ ruleId, verdict: 'unknown', says, remedy }));
  }
  const findings = new Map<string, DeploymentFinding>();
  const broken = (ruleId: string, says: string): void => {
    findings.set(`${ruleId} ${says}`, { ruleId, verdict: 'broken', says, remedy });
  };
  const partition = expected.writer.split(':')[1] ?? 'aws';
  const bucket = `arn:${partition}:s3:::${expected.bucket}`;
  const objects = `${bucket}/*`;
  const granted = new Set<string>();

  for (const statement of statements) {
    // Only an exact Deny takes something away; whatever else a statement says it is, it is judged as a grant.
    if (statement['Effect'] === 'Deny') continue;
    const principal = statement['Principal'];
    if ('NotPrincipal' in statement || isEverybody(principal)) {
      broken('B-22', 'The bucket policy lets everybody in: a name that is hard to guess protects nothing.');
    } else if (!isOnlyWriter(principal, expected.writer)) {
      broken(actionsRule, 'The bucket policy lets in somebody other than the one user the vendor writes as.');
      const others = asTexts(asRecord(principal)?.['AWS']) ?? [];
      if (others.some((who) => !who.includes(`:${expected.account}:`))) {
        broken(ownerRule, 'The bucket policy lets in somebody of another account.');
      }
    }
    const allowed = 'NotAction' in statement ? null : asTexts(statement['Action']);
    if (allowed === null) {
      broken(actionsRule, 'The bucket policy allows actions by exception instead of by name.');
    } else if (!allowed.every((action) => actions.includes(action))) {
      broken(actionsRule, `The bucket policy allows more than ${actions.join(' and ')}.`);
    }
    const resources = 'NotResource' in statement ? null : asTexts(statement['Resource']);
    if (resources?.every((resource) => resource === bucket || resource === objects) !== true) {
      broken(actionsRule, 'The bucket policy reaches beyond this bucket.');
    }
    if (allowed?.includes('s3:PutObject') === true && resources?.includes(objects) === true)
      granted.add('s3:PutObject');
    if (allowed?.includes('s3:ListBucket') === true && resources?.includes(bucket) === true)
      granted.add('s3:ListBucket');
  }
  for (const action of actions) {
    if (!granted.has(action)) broken(actionsRule, `The writer lacks ${action}, so recordings will be lost.`);
  }
  if (!statements.some((statement) => deniesPlainHttp(statement, [bucket, objects]))) {
    broken('B-19', 'The bucket policy does not deny connections without TLS.');
  }
  return [...findings.values()];
};
