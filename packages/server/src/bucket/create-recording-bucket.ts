import { checkBucketOptions, type RecordingBucketOptions } from './bucket-options.ts';
import { writerProfiles } from './writer-profile.ts';

/** One statement of a bucket policy, as AWS writes it. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: '*' | { readonly AWS: string };
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A bucket policy. */
export interface BucketPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** Everything a recording bucket is set to, in the shapes of the S3 API: `put-bucket-policy` and its siblings. */
export interface RecordingBucket {
  readonly policy: BucketPolicy;
  readonly publicAccessBlock: Readonly<
    Record<'BlockPublicAcls' | 'IgnorePublicAcls' | 'BlockPublicPolicy' | 'RestrictPublicBuckets', true>
  >;
  readonly ownership: { readonly Rules: readonly { readonly ObjectOwnership: 'BucketOwnerEnforced' }[] };
  readonly encryption: {
    readonly Rules: readonly {
      readonly ApplyServerSideEncryptionByDefault:
        { readonly SSEAlgorithm: 'AES256' } | { readonly SSEAlgorithm: 'aws:kms'; readonly KMSMasterKeyID: string };
      readonly BucketKeyEnabled: boolean;
    }[];
  };
  readonly logging: { readonly LoggingEnabled: { readonly TargetBucket: string; readonly TargetPrefix: string } };
}

/**
 * Writes down a recording bucket with the least its vendor needs (W1-15, H1-11): one user may write, nobody may read
 * through the bucket policy, everything else of that user is denied whatever its own policies say, plain HTTP is denied
 * to everybody, public access is blocked, what lies there is encrypted and every access is logged (B-19, B-21).
 * @throws BucketOptionError naming the field that is wrong.
 */
export const createRecordingBucket = (options: RecordingBucketOptions): RecordingBucket => {
  const partition = checkBucketOptions(options);
  const { vendor, bucket, writer, logBucket, kmsKey } = options;
  const { actions } = writerProfiles[vendor];
  const inBucket = `arn:${partition}:s3:::${bucket}`;
  const everything = [inBucket, `${inBucket}/*`];
  const statements: PolicyStatement[] = [
    {
      Sid: 'OnlyOverTls',
      Effect: 'Deny',
      Principal: '*',
      Action: ['s3:*'],
      Resource: everything,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      Sid: 'TheWriterDoesNothingElse',
      Effect: 'Deny',
      Principal: { AWS: writer },
      NotAction: [...actions],
      Resource: everything,
    },
    {
      Sid: 'TheWriterPutsRecordings',
      Effect: 'Allow',
      Principal: { AWS: writer },
      Action: ['s3:PutObject'],
      Resource: [`${inBucket}/*`],
    },
  ];
  if (actions.includes('s3:ListBucket')) {
    statements.push({
      Sid: 'TheWriterListsTheBucket',
      Effect: 'Allow',
      Principal: { AWS: writer },
      Action: ['s3:ListBucket'],
      Resource: [inBucket],
    });
  }
  return {
    policy: { Version: '2012-10-17', Statement: statements },
    publicAccessBlock: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
    ownership: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    encryption: {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault:
            kmsKey === undefined ? { SSEAlgorithm: 'AES256' } : { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: kmsKey },
          BucketKeyEnabled: kmsKey !== undefined,
        },
      ],
    },
    logging: { LoggingEnabled: { TargetBucket: logBucket, TargetPrefix: 'recording-access/' } },
  };
};
