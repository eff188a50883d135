import { createOpaqueId } from '@quietroom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordingBucket, type PolicyStatement } from './create-recording-bucket.ts';
import { lintBucket, type BucketReadBack } from './lint-bucket.ts';
import { BucketOptionError, type RecordingBucketOptions } from './bucket-options.ts';
import { recordingKey } from './recording-key.ts';

const account = '000000000042';
const writer = `arn:aws:iam::${account}:user/recording-writer`;
const options = (vendor: RecordingBucketOptions['vendor']): RecordingBucketOptions => ({
  vendor,
  bucket: 'quonsett-clinic-visits',
  account,
  writer,
  logBucket: 'quonsett-clinic-access',
});
const here = 'arn:aws:s3:::quonsett-clinic-visits';

const goodBucket = (vendor: RecordingBucketOptions['vendor']): BucketReadBack => ({
  owner: account,
  ...createRecordingBucket(options(vendor)),
  keys: [recordingKey(createOpaqueId(crypto), Date.UTC(2031, 1, 3))],
});

const ruleIds = (readBack: BucketReadBack, vendor: RecordingBucketOptions['vendor']): readonly string[] => [
  ...new Set(lintBucket(readBack, options(vendor)).map(({ ruleId }) => ruleId)),
];

describe('the bucket linter', () => {
  it.each(['whereby', '100ms'] as const)('finds nothing wrong with a bucket made for %s', (vendor) => {
    expect(lintBucket(goodBucket(vendor), options(vendor))).toEqual([]);
  });

  it('reads what the AWS command line prints', () => {
    const { policy, publicAccessBlock, ownership, encryption, logging } = createRecordingBucket(options('whereby'));
    const printed: BucketReadBack = {
      owner: account,
      policy: { Policy: JSON.stringify(policy) },
      publicAccessBlock: { PublicAccessBlockConfiguration: publicAccessBlock },
      ownership: { OwnershipControls: ownership },
      encryption: { ServerSideEncryptionConfiguration: encryption },
      logging,
      keys: [],
    };
    expect(lintBucket(printed, options('whereby'))).toEqual([]);
  });

  it('accepts the policy as Whereby writes it, in one statement, when plain HTTP is denied beside it', () => {
    const { policy } = createRecordingBucket(options('whereby'));
    const asDocumented: object = {
      Effect: 'Allow',
      Principal: { AWS: [writer] },
      Action: ['s3:ListBucket', 's3:PutObject'],
      Resource: [here, `${here}/*`],
    };
    const Statement = [policy.Statement[0], asDocumented];
    expect(ruleIds({ ...goodBucket('whereby'), policy: { Statement } }, 'whereby')).toEqual([]);
    expect(ruleIds({ ...goodBucket('100ms'), policy: { Statement } }, '100ms')).toEqual(['H1-11']);
  });

  const allowing = (change: object): object => ({
    Effect: 'Allow',
    Principal: { AWS: writer },
    Action: ['s3:PutObject'],
    Resource: [`${here}/*`],
    ...change,
  });
  const mistakes: readonly (readonly [string, object, readonly string[]])[] = [
    ['reading', allowing({ Action: 's3:GetObject' }), ['W1-15']],
    ['deleting', allowing({ Action: ['s3:PutObject', 's3:DeleteObject'] }), ['W1-15']],
    ['everything', allowing({ Action: 's3:*' }), ['W1-15']],
    ['every Put', allowing({ Action: 's3:Put*' }), ['W1-15']],
    ['an action in other letters', allowing({ Action: 'S3:getobject' }), ['W1-15']],
    ['whatever is not excepted', allowing({ Action: undefined, NotAction: 's3:DeleteBucket' }), ['W1-15']],
    ['everybody', allowing({ Principal: '*' }), ['B-22']],
    ['everybody, in a list', allowing({ Principal: { AWS: [writer, '*'] } }), ['B-22']],
    ['everybody but one', allowing({ Principal: undefined, NotPrincipal: { AWS: writer } }), ['B-22']],
    ['another account', allowing({ Principal: { AWS: 'arn:aws:iam::000000000099:user/w' } }), ['W1-14', 'W1-15']],
    ['a whole account', allowing({ Principal: { AWS: `arn:aws:iam::${account}:root` } }), ['W1-15']],
    ['a service', allowing({ Principal: { Service: 'ec2.amazonaws.com' } }), ['W1-15']],
    ['a federation beside the writer', allowing({ Principal: { AWS: writer, Federated: 'x' } }), ['W1-15']],
    ['another bucket', allowing({ Resource: 'arn:aws:s3:::another-bucket/*' }), ['W1-15']],
    ['this bucket and another', allowing({ Resource: [`${here}/*`, 'arn:aws:s3:::another-bucket/*'] }), ['W1-15']],
    ['every bucket', allowing({ Resource: '*' }), ['W1-15']],
    ['every resource but one', allowing({ Resource: undefined, NotResource: here }), ['W1-15']],
    ['an effect that is not quite Deny', allowing({ Effect: 'deny', Action: 's3:*' }), ['W1-15']],
    ['nothing readable', { Effect: 'Allow' }, ['W1-15']],
  ];
  it.each(mistakes)('finds a statement that allows %s', (_what, statement, expected) => {
    const { policy } = createRecordingBucket(options('whereby'));
    const readBack = { ...goodBucket('whereby'), policy: { ...policy, Statement: [...policy.Statement, statement] } };
    expect([...ruleIds(readBack, 'whereby')].sort()).toEqual(expected);
  });

  it('keeps 100ms from listing', () => {
    const { policy } = createRecordingBucket(options('100ms'));
    const Statement = [...policy.Statement, allowing({ Action: 's3:ListBucket', Resource: here })];
    expect(ruleIds({ ...goodBucket('100ms'), policy: { Statement } }, '100ms')).toEqual(['H1-11']);
  });

  it('says when the writer cannot write', () => {
    const { policy } = createRecordingBucket(options('100ms'));
    const Statement = policy.Statement.filter(({ Effect }) => Effect === 'Deny');
    expect(lintBucket({ ...goodBucket('100ms'), policy: { Statement } }, options('100ms'))).toMatchObject([
      { ruleId: 'H1-11', verdict: 'broken', says: 'The writer lacks s3:PutObject, so recordings will be lost.' },
    ]);
  });

  const plainHttp: readonly (readonly [string, (tls: PolicyStatement) => readonly object[]])[] = [
    ['is missing', () => []],
    ['is for one person', (tls) => [{ ...tls, Principal: { AWS: writer } }]],
    ['is for objects only', (tls) => [{ ...tls, Resource: [`${here}/*`] }]],
    ['is for some actions', (tls) => [{ ...tls, Action: ['s3:GetObject'] }]],
    ['is the wrong way round', (tls) => [{ ...tls, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }]],
    [
      'needs something else too',
      (tls) => [{ ...tls, Condition: { ...tls.Condition, IpAddress: { 'aws:SourceIp': '::/0' } } }],
    ],
    ['is about something else', (tls) => [{ ...tls, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }]],
    ['is unconditional, which is another thing', (tls) => [{ ...tls, Condition: undefined }]],
    ['spares somebody', (tls) => [{ ...tls, NotPrincipal: { AWS: writer } }]],
  ];
  it.each(plainHttp)('finds that the denial of plain HTTP %s', (_what, change) => {
    const { policy } = createRecordingBucket(options('whereby'));
    const [tls, ...others] = policy.Statement;
    const readBack = { ...goodBucket('whereby'), policy: { Statement: [...change(tls!), ...others] } };
    expect(ruleIds(readBack, 'whereby')).toEqual(['B-19']);
  });

  const settings: readonly (readonly [string, BucketReadBack, string])[] = [
    ['belongs to another account', { owner: '000000000099' }, 'W1-14'],
    ['lets public policies in', { publicAccessBlock: { BlockPublicAcls: true, IgnorePublicAcls: true } }, 'B-21'],
    [
      'switches a block off',
      {
        publicAccessBlock: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: false,
        },
      },
      'B-21',
    ],
    ['honours access lists', { ownership: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } }, 'B-21'],
    ['is not encrypted', { encryption: { Rules: [] } }, 'B-19'],
    [
      'is encrypted with something unknown',
      { encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'rot13' } }] } },
      'B-19',
    ],
    ['is not logged', { logging: {} }, 'B-21'],
    ['logs to itself', { logging: { LoggingEnabled: { TargetBucket: 'quonsett-clinic-visits' } } }, 'B-21'],
    ['has a name in a key', { keys: ['zylphia-quonsett/1927843200000.mp4'] }, 'W1-16'],
  ];
  it.each(settings)('finds a bucket that %s', (_what, change, ruleId) => {
    expect(lintBucket({ ...goodBucket('whereby'), ...change }, options('whereby'))).toMatchObject([
      { ruleId, verdict: 'broken' },
    ]);
  });

  it('takes nothing that was not read back as met', () => {
    const findings = lintBucket({}, options('whereby'));
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
    expect(findings.map(({ ruleId }) => ruleId).sort()).toEqual([
      'B-19',
      'B-19',
      'B-21',
      'B-21',
      'B-21',
      'B-22',
      'W1-14',
      'W1-15',
      'W1-16',
    ]);
  });

  it('judges whatever it is given without throwing', () => {
    fc.assert(
      fc.property(
        fc.record({ policy: fc.anything(), encryption: fc.anything(), logging: fc.anything() }),
        (readBack) => {
          expect(lintBucket(readBack, options('whereby'))).not.toEqual([]);
        },
      ),
    );
    expect(() => lintBucket({}, { ...options('whereby'), writer: '*' })).toThrow(BucketOptionError);
  });
});
