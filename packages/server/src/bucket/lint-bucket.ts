import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { checkBucketIdentity, type RecordingBucketOptions } from './bucket-options.ts';
import { lintPolicy } from './lint-policy.ts';
import { lintSettings } from './lint-settings.ts';
import { isNeutralKey } from './recording-key.ts';
import { writerProfiles } from './writer-profile.ts';

/** What a bucket is judged against. */
export type BucketExpectations = Pick<RecordingBucketOptions, 'vendor' | 'bucket' | 'account' | 'writer'>;

/** A bucket as AWS reads it back: the output of `aws s3api get-bucket-policy` and its siblings, as it was printed. */
export interface BucketReadBack {
  /** The account the bucket is in. */
  readonly owner?: unknown;
  readonly policy?: unknown;
  readonly publicAccessBlock?: unknown;
  readonly ownership?: unknown;
  readonly encryption?: unknown;
  readonly logging?: unknown;
  /** Some of its keys, for example of a test recording; an empty list when there is nothing in it. */
  readonly keys?: unknown;
}

const lintOwner = ({ owner }: BucketReadBack, { vendor, account }: BucketExpectations): DeploymentFinding[] => {
  if (owner === account) return [];
  return [
    {
      ruleId: writerProfiles[vendor].ownerRule,
      verdict: owner === undefined || owner === null ? 'unknown' : 'broken',
      says: 'The bucket is not known to be in your own account.',
      remedy: 'Keep recordings in a bucket that your organisation owns and controls.',
    },
  ];
};

const lintKeys = ({ keys }: BucketReadBack, { vendor }: BucketExpectations): DeploymentFinding[] => {
  const ruleId = writerProfiles[vendor].keysRule;
  const remedy = 'Let keys hold random ids and times only, and set no prefix with the vendor.';
  if (keys === undefined || keys === null) {
    return [{ ruleId, verdict: 'unknown', says: 'No keys were read back. Nothing is known about them.', remedy }];
  }
  const list: readonly unknown[] = Array.isArray(keys) ? keys : [keys];
  return list.flatMap((key, index) =>
    typeof key === 'string' && isNeutralKey(key)
      ? []
      : [
          {
            ruleId,
            verdict: 'broken',
            says: `Key ${index + 1} of those given may say something about a person.`,
            remedy,
          } as const,
        ],
  );
};

/**
 * Judges a recording bucket: whose it is (W1-14, H1-09), what its policy lets the vendor do (W1-15, H1-11), that nobody
 * else gets in (B-21, B-22), that it is encrypted on the way and at rest (B-19), logged (B-21), and that its keys tell
 * nothing (W1-16, H1-65). What is not understood is not taken as safe.
 * @returns what is not met; empty when everything is.
 * @throws BucketOptionError when it is not known what to judge against.
 */
export const lintBucket = (readBack: BucketReadBack, expected: BucketExpectations): readonly DeploymentFinding[] => {
  checkBucketIdentity(expected);
  return [
    ...lintOwner(readBack, expected),
    ...lintPolicy(readBack.policy, expected),
    ...lintSettings(readBack, expected.bucket),
    ...lintKeys(readBack, expected),
  ];
};
