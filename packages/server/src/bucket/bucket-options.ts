import type { Vendor } from '../vendor/vendor-error.ts';
import { writerProfiles } from './writer-profile.ts';

/** A recording bucket, named. Whatever is not here cannot be chosen. */
export interface RecordingBucketOptions {
  /** Who writes to it. */
  readonly vendor: Vendor;
  readonly bucket: string;
  /** Your AWS account: 12 digits. The bucket is in it, and so is the writer (W1-14). */
  readonly account: string;
  /** The one IAM user the vendor writes as: `arn:aws:iam::<account>:user/<name>`. It exists for nothing else. */
  readonly writer: string;
  /** Another bucket of yours, which keeps who touched this one. */
  readonly logBucket: string;
  /** Encrypt with this KMS key of yours instead of keys that S3 manages. Its key policy must let the writer use it. */
  readonly kmsKey?: string;
}

/** What may be wrong with the options of a bucket. */
export type BucketOptionField = keyof RecordingBucketOptions;

const explanations: Readonly<Record<BucketOptionField, string>> = {
  vendor:
    '`vendor` is none we know. What its writer needs is unknown, so no policy is made. Give `whereby` or `100ms`.',
  bucket: '`bucket` is not the name of an S3 bucket. The policy would protect nothing. Give its name without `s3://`.',
  account: '`account` is not an AWS account id. Whose the bucket is could not be checked. Give its 12 digits.',
  writer:
    '`writer` is not one IAM user of this account. Nobody else may write recordings. Give arn:aws:iam::<account>:user/<name>.',
  logBucket: '`logBucket` is not another bucket. A bucket that logs to itself never comes to rest. Give another name.',
  kmsKey: '`kmsKey` is not the ARN of a KMS key of this account. Recordings would stay unwritten. Give its full ARN.',
};

/** A bucket was described with something that no policy can be made of. Says which field; never repeats its value. */
export class BucketOptionError extends TypeError {
  override readonly name = 'BucketOptionError';
  readonly field: BucketOptionField;

  constructor(field: BucketOptionField) {
    super(explanations[field]);
    this.field = field;
  }
}

const bucketName = /^(?=.{3,63}$)[a-z0-9](?:[a-z0-9-]|\.(?=[a-z0-9]))*[a-z0-9]$/;
const accountId = /^\d{12}$/;
const iamUser = /^arn:(aws|aws-us-gov|aws-cn):iam::(\d{12}):user\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;
const kmsKeyArn = /^arn:(?:aws|aws-us-gov|aws-cn):kms:[a-z0-9-]+:(\d{12}):key\/[\w-]{1,64}$/;

const matches = (pattern: RegExp, value: unknown): boolean => typeof value === 'string' && pattern.test(value);

/** Checks what a bucket is judged against and returns the partition. @throws BucketOptionError naming the first wrong field. */
export const checkBucketIdentity = (
  options: Pick<RecordingBucketOptions, 'vendor' | 'bucket' | 'account' | 'writer'>,
): string => {
  const { vendor, bucket, account, writer } = options;
  if (!Object.hasOwn(writerProfiles, vendor)) throw new BucketOptionError('vendor');
  if (!matches(bucketName, bucket)) throw new BucketOptionError('bucket');
  if (!matches(accountId, account)) throw new BucketOptionError('account');
  const [, partition, owner] = (typeof writer === 'string' ? iamUser.exec(writer) : null) ?? [];
  if (partition === undefined || owner !== account) throw new BucketOptionError('writer');
  return partition;
};

/** Checks every option and returns the partition. @throws BucketOptionError naming the first field that is wrong. */
export const checkBucketOptions = (options: RecordingBucketOptions): string => {
  const partition = checkBucketIdentity(options);
  const { bucket, account, logBucket, kmsKey } = options;
  if (!matches(bucketName, logBucket) || logBucket === bucket) throw new BucketOptionError('logBucket');
  if (kmsKey !== undefined && (!matches(kmsKeyArn, kmsKey) || kmsKeyArn.exec(kmsKey)?.[1] !== account)) {
    throw new BucketOptionError('kmsKey');
  }
  return partition;
};
