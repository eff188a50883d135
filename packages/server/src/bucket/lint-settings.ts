import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { asRecord, inside } from './policy-document.ts';
import type { BucketReadBack } from './lint-bucket.ts';

const blocks = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

const rulesOf = (value: unknown): readonly unknown[] => {
  const found = asRecord(value)?.['Rules'];
  return Array.isArray(found) ? found : [];
};

const isPublicAccessBlocked = (value: unknown): boolean => {
  const settings = asRecord(inside(value, 'PublicAccessBlockConfiguration'));
  return blocks.every((block) => settings?.[block] === true);
};

const isOwnerEnforced = (value: unknown): boolean => {
  const rules = rulesOf(inside(value, 'OwnershipControls'));
  return rules.length > 0 && rules.every((rule) => asRecord(rule)?.['ObjectOwnership'] === 'BucketOwnerEnforced');
};

const isEncrypted = (value: unknown): boolean => {
  const rules = rulesOf(inside(value, 'ServerSideEncryptionConfiguration'));
  const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse'];
  return (
    rules.length > 0 &&
    rules.every((rule) => {
      const algorithm = asRecord(asRecord(rule)?.['ApplyServerSideEncryptionByDefault'])?.['SSEAlgorithm'];
      return typeof algorithm === 'string' && algorithms.includes(algorithm);
    })
  );
};

const isLogged = (value: unknown, bucket: string): boolean => {
  const target = asRecord(asRecord(value)?.['LoggingEnabled'])?.['TargetBucket'];
  return typeof target === 'string' && target !== '' && target !== bucket;
};

/** What a bucket's settings leave open. A setting that was not read back is `unknown`. */
export const lintSettings = (readBack: BucketReadBack, bucket: string): readonly DeploymentFinding[] => {
  const judge = (ruleId: string, value: unknown, met: boolean, says: string, remedy: string): DeploymentFinding[] => {
    if (met) return [];
    if (value !== undefined && value !== null) return [{ ruleId, verdict: 'broken', says, remedy }];
    return [{ ruleId, verdict: 'unknown', says: `${says} Nothing was read back about it.`, remedy }];
  };
  const { publicAccessBlock, ownership, encryption, logging } = readBack;
  return [
    ...judge(
      'B-21',
      publicAccessBlock,
      isPublicAccessBlocked(publicAccessBlock),
      'Public access to the bucket is not blocked in all four ways.',
      'Switch on all four settings of S3 Block Public Access.',
    ),
    ...judge(
      'B-21',
      ownership,
      isOwnerEnforced(ownership),
      'Access lists may still open single recordings.',
      'Set object ownership to BucketOwnerEnforced.',
    ),
    ...judge(
      'B-19',
      encryption,
      isEncrypted(encryption),
      'The bucket does not encrypt what lies in it.',
      'Set default encryption to AES256 or aws:kms.',
    ),
    ...judge(
      'B-21',
      logging,
      isLogged(logging, bucket),
      'Who touches recordings is not logged.',
      'Log accesses to another bucket of yours.',
    ),
  ];
};
