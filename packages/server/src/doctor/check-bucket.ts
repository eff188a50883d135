import { BucketOptionError } from '../bucket/bucket-options.ts';
import { lintBucket } from '../bucket/lint-bucket.ts';
import { writerProfiles } from '../bucket/writer-profile.ts';
import { notChecked, type Check } from './check.ts';

/** Whether the bucket of recordings is as its vendor's least privilege and the clinic's care need it. */
export const checkBucket: Check = {
  name: 'bucket',
  title: 'the bucket of recordings',
  without: ({ provider, recording }) =>
    provider === 'local' || recording !== 'cloud' ? 'Nothing is recorded to a bucket.' : null,
  run({ provider, bucket }) {
    const vendor = provider === '100ms' ? '100ms' : 'whereby';
    const { actionsRule, ownerRule, keysRule } = writerProfiles[vendor];
    if (bucket === undefined) {
      return notChecked(
        ownerRule,
        'No bucket was given, though recordings go to one.',
        'Describe it under `bucket`, with what AWS reads back about it.',
      );
    }
    try {
      return {
        rules: [ownerRule, actionsRule, keysRule, 'B-19', 'B-21', 'B-22'],
        findings: lintBucket(bucket.readBack, { ...bucket.options, vendor }),
      };
    } catch (error) {
      if (!(error instanceof BucketOptionError)) throw error;
      return notChecked(ownerRule, error.message, 'Correct the description of the bucket.');
    }
  },
};
