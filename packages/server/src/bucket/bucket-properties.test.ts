import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BucketOptionError, type RecordingBucketOptions } from './bucket-options.ts';
import { createRecordingBucket } from './create-recording-bucket.ts';
import { lintBucket } from './lint-bucket.ts';
import { writerProfiles } from './writer-profile.ts';

/** A call somebody makes to S3. */
interface Call {
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  readonly overTls: boolean;
}

interface Statement {
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]) as readonly string[];
const glob = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  ).test(text);

/** What AWS would decide from this policy alone: its evaluation logic, small. */
const permits = (statements: readonly Statement[], call: Call): boolean => {
  const applies = ({ Principal, Action, NotAction, Resource, Condition }: Statement): boolean => {
    const named = Principal === '*' ? ['*'] : list((Principal as { AWS: unknown }).AWS);
    const acts =
      NotAction === undefined
        ? list(Action).some((action) => glob(action, call.action))
        : !list(NotAction).some((action) => glob(action, call.action));
    return (
      named.some((who) => who === '*' || who === call.who) &&
      acts &&
      list(Resource).some((resource) => glob(resource, call.resource)) &&
      (Condition === undefined || !call.overTls)
    );
  };
  const applying = statements.filter(applies);
  return applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny');
};

/** Usually what is right, so that some buckets are made; otherwise what is nearly right, or anything. */
const mostly = (right: string, ...wrong: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(right) },
    { weight: 2, arbitrary: fc.constantFrom(right, ...wrong) },
    { weight: 1, arbitrary: fc.string() },
  );
const names = ['anzbridge.visits', 'aa', 'Upper', 'a..b', '*', 'a/*', ''];
const anyOptions = fc.record(
  {
    vendor: fc.oneof(fc.constantFrom('whereby', '100ms'), mostly('whereby', '__proto__')),
    bucket: mostly('quonsett-visits', ...names),
    account: mostly('000000000042', '000000000099'),
    writer: mostly(
      'arn:aws:iam::000000000042:user/writer',
      'arn:aws:iam::000000000099:user/writer',
      'arn:aws-us-gov:iam::000000000042:user/visits/writer',
      'arn:aws:iam::000000000042:root',
      'arn:aws:iam::000000000042:user/*',
      'arn:aws:iam::*:user/writer',
      '*',
    ),
    logBucket: mostly('quonsett-access', 'quonsett-visits', ...names),
    kmsKey: mostly('arn:aws:kms:us-east-1:000000000042:key/0a1b'),
    // Wishes nobody can have.
    publicRead: fc.boolean(),
    actions: fc.constant(['s3:*']),
    prefix: fc.constant('zylphia-quonsett'),
  },
  { requiredKeys: ['vendor', 'bucket', 'account', 'writer', 'logBucket'] },
);

describe('no combination of options', () => {
  it('yields a bucket that lets in more than one writer, over TLS, for its few actions', () => {
    let made = 0;
    fc.assert(
      fc.property(anyOptions, (wishes) => {
        const options = wishes as RecordingBucketOptions;
        let bucket;
        try {
          bucket = createRecordingBucket(options);
        } catch (error) {
          expect(error).toBeInstanceOf(BucketOptionError);
          return;
        }
        made += 1;
        expect(JSON.stringify(bucket)).not.toContain('zylphia');
        expect(lintBucket({ owner: options.account, ...bucket, keys: [] }, options)).toEqual([]);
        const partition = options.writer.split(':')[1] ?? '';
        const here = `arn:${partition}:s3:::${options.bucket}`;
        const object = `${here}/some-key`;
        const { actions } = writerProfiles[options.vendor];
        for (const who of [options.writer, 'arn:aws:iam::000000000042:user/other', 'nobody']) {
          for (const action of [
            's3:PutObject',
            's3:ListBucket',
            's3:GetObject',
            's3:DeleteObject',
            's3:PutBucketPolicy',
          ]) {
            for (const resource of [here, object, 'arn:aws:s3:::elsewhere/key']) {
              for (const overTls of [true, false]) {
                const intended =
                  who === options.writer &&
                  overTls &&
                  actions.includes(action) &&
                  resource === (action === 's3:ListBucket' ? here : object);
                expect(permits(bucket.policy.Statement, { who, action, resource, overTls })).toBe(intended);
              }
            }
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(made).toBeGreaterThan(30);
  });
});

describe('no statement added to a good policy', () => {
  const account = '000000000042';
  const writer = `arn:aws:iam::${account}:user/writer`;
  const here = 'arn:aws:s3:::quonsett-visits';
  const oneOrMore = (...values: string[]) =>
    fc.oneof(fc.constantFrom(...values), fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }));
  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: fc.oneof(
      fc.constant('*'),
      fc.record({
        AWS: oneOrMore(writer, '*', 'arn:aws:iam::000000000042:user/other', 'arn:aws:iam::000000000099:user/writer'),
      }),
    ),
    Action: oneOrMore('s3:PutObject', 's3:ListBucket', 's3:GetObject', 's3:*', '*', 's3:?etObject', 's3:Delete*'),
    Resource: oneOrMore(here, `${here}/*`, `${here}*`, '*', 'arn:aws:s3:::elsewhere/*'),
  });

  it.each(['whereby', '100ms'] as const)('opens a %s bucket without being found', (vendor) => {
    const options = { vendor, bucket: 'quonsett-visits', account, writer, logBucket: 'quonsett-access' } as const;
    const good = createRecordingBucket(options);
    // The denials that keep even a broad grant harmless are left out, so that the linter alone has to notice.
    const bare = good.policy.Statement.filter(({ Sid }) => Sid !== 'TheWriterDoesNothingElse');
    let opened = 0;
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), (added) => {
        const Statement: readonly Statement[] = [...bare, ...added];
        const forbidden = [
          writer,
          'arn:aws:iam::000000000042:user/other',
          'arn:aws:iam::000000000099:user/writer',
          'nobody',
        ].some((who) =>
          ['s3:PutObject', 's3:ListBucket', 's3:GetObject', 's3:DeleteObject'].some((action) =>
            [here, `${here}/key`].some(
              (resource) =>
                permits(Statement, { who, action, resource, overTls: true }) &&
                !(who === writer && writerProfiles[vendor].actions.includes(action)),
            ),
          ),
        );
        if (!forbidden) return;
        opened += 1;
        expect(lintBucket({ owner: account, ...good, policy: { Statement }, keys: [] }, options)).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(opened).toBeGreaterThan(500);
  });
});

describe('a user whose own policies allow everything', () => {
  const writer = 'arn:aws:iam::000000000042:user/writer';
  const ownPolicy: Statement = { Effect: 'Allow', Principal: { AWS: writer }, Action: 's3:*', Resource: '*' };
  const object = 'arn:aws:s3:::quonsett-visits/key';

  it.each(['whereby', '100ms'] as const)('still only writes to a %s bucket', (vendor) => {
    const { policy } = createRecordingBucket({
      vendor,
      bucket: 'quonsett-visits',
      account: '000000000042',
      writer,
      logBucket: 'quonsett-access',
    });
    const may = (action: string): boolean =>
      permits([...policy.Statement, ownPolicy], { who: writer, action, resource: object, overTls: true });
    expect(may('s3:PutObject')).toBe(true);
    for (const action of ['s3:GetObject', 's3:DeleteObject', 's3:PutBucketPolicy', 's3:GetObjectVersion']) {
      expect(may(action)).toBe(false);
    }
  });
});
