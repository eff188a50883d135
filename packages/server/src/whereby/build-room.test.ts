import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OptionError } from '../vendor/option-error.ts';
import { buildWherebyRoom, type CustomerBucket, type WherebyRoomOptions } from './build-room.ts';

const now = Date.UTC(2031, 1, 3, 9);
const hour = 3_600_000;
const bucket: CustomerBucket = {
  name: 'clinic-recordings-7',
  accessKeyId: 'AKIAQUIETROOMINVALID',
  accessKeySecret: 'not-a-real-secret-not-a-real-secret',
};

/** What JavaScript or a settings file could hand over; the types would refuse most of it. */
const build = (options: unknown) => buildWherebyRoom(options as WherebyRoomOptions, now);

const anyOption = fc.oneof(
  fc.constantFrom<unknown>(
    true,
    false,
    null,
    '',
    'group',
    'normal',
    'none',
    'local',
    'cloud',
    's3',
    'whereby',
    'human-short',
    'psych-',
  ),
  fc.anything({ maxDepth: 2 }),
);
const ends = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: now + 1, max: now + 90 * 24 * hour }) },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.date(), fc.string(), fc.integer()) },
);
const recording = fc.oneof(
  fc.constantFrom<unknown>({ type: 'none' }, { type: 'local' }, { type: 'cloud', bucket }),
  fc.record(
    { type: anyOption, bucket: fc.oneof(fc.constant(bucket), anyOption), destination: anyOption },
    { requiredKeys: ['type'] },
  ),
  fc
    .record({
      provider: anyOption,
      name: fc.constantFrom('clinic-recordings-7', 'Zylphia Quonsett'),
      accessKeyId: anyOption,
    })
    .map((changes) => ({ type: 'cloud', bucket: { ...bucket, ...changes } })),
  anyOption,
);
const forbidden = fc.record(
  {
    isLocked: anyOption,
    roomNamePattern: anyOption,
    roomNamePrefix: anyOption,
    roomPreferences: anyOption,
    streaming: anyOption,
    templateType: anyOption,
    liveTranscription: anyOption,
    fields: anyOption,
  },
  { requiredKeys: [] },
);
const anyOptions = fc.oneof(
  fc.record({ ends, mode: fc.constantFrom('normal', 'group'), recording }, { requiredKeys: ['ends'] }),
  fc
    .tuple(fc.record({ ends, mode: anyOption, recording }, { requiredKeys: ['ends'] }), forbidden)
    .map(([some, more]) => ({ ...some, ...more })),
  fc.tuple(fc.record({ ends }), forbidden).map(([some, more]) => Object.assign(Object.create(more) as object, some)),
  fc.anything(),
);

/** What a room for a visit may be, said a second time and differently. */
const isAllowed = (body: ReturnType<typeof build>): boolean => {
  const text = JSON.stringify(body);
  const { endDate, roomMode, recording: where, ...fixed } = JSON.parse(text) as typeof body;
  const lasts = Date.parse(endDate) - now;
  const { type, startTrigger, destination, ...rest } = where;
  const stays =
    type === 'cloud' ? destination?.provider === 's3' && destination.bucket === bucket.name : destination === undefined;
  return (
    JSON.stringify(fixed) ===
      '{"isLocked":true,"roomNamePattern":"uuid","roomPreferences":{"streaming":false,"roomIntegrations":false},"fields":["hostRoomUrl"]}' &&
    ['normal', 'group'].includes(roomMode) &&
    lasts > 0 &&
    lasts <= 90 * 24 * hour &&
    ['none', 'local', 'cloud'].includes(type) &&
    startTrigger === 'none' &&
    stays &&
    Object.keys(rest).length === 0 &&
    !text.includes('Quonsett')
  );
};

describe('a Whereby room', () => {
  it('is locked, named at random, closed to streams and integrations, and not recorded', () => {
    expect(buildWherebyRoom({ ends: now + hour }, now)).toEqual({
      endDate: '2031-02-03T10:00:00.000Z',
      isLocked: true,
      roomMode: 'normal',
      roomNamePattern: 'uuid',
      roomPreferences: { streaming: false, roomIntegrations: false },
      recording: { type: 'none', startTrigger: 'none' },
      fields: ['hostRoomUrl'],
    });
  });

  it('records nothing that the policy of its visits does not allow', () => {
    const recordings = [{ type: 'none' }, { type: 'local' }, { type: 'cloud', bucket }] as const;
    const allowed = (policy: 'none' | 'local' | 'cloud') =>
      recordings.flatMap((recording) => {
        try {
          return [
            buildWherebyRoom({ ends: now + hour, recording, policy: { name: 'ours', recording: policy } }, now)
              .recording.type,
          ];
        } catch (error) {
          expect(error).toBeInstanceOf(OptionError);
          return [];
        }
      });
    expect(allowed('none')).toEqual(['none']);
    expect(allowed('local')).toEqual(['none', 'local']);
    expect(allowed('cloud')).toEqual(['none', 'cloud']);
  });

  it.each(['normal', 'group'] as const)('can be a %s one', (mode) => {
    expect(buildWherebyRoom({ ends: now + hour, mode }, now).roomMode).toBe(mode);
  });

  it("records to the clinician's computer or the customer's own bucket, started by nobody but a person", () => {
    const local = buildWherebyRoom({ ends: now + hour, recording: { type: 'local' } }, now);
    expect(local.recording).toEqual({ type: 'local', startTrigger: 'none' });
    const cloud = buildWherebyRoom({ ends: now + hour, recording: { type: 'cloud', bucket } }, now);
    expect(cloud.recording.destination).toMatchObject({
      provider: 's3',
      bucket: 'clinic-recordings-7',
      fileFormat: 'mp4',
    });
    expect(cloud.recording.startTrigger).toBe('none');
  });

  it.each([
    ['options', { ends: now + hour, isLocked: false }],
    ['options', { ends: now + hour, roomNamePrefix: 'psych-' }],
    ['options', { ends: now + hour, roomPreferences: { streaming: true } }],
    ['options', Object.assign(Object.create({ recording: { type: 'local' } }) as object, { ends: now + hour })],
    ['options', null],
    ['ends', {}],
    ['ends', { ends: now }],
    ['ends', { ends: Number.NaN }],
    ['ends', { ends: now + 91 * 24 * hour }],
    ['mode', { ends: now + hour, mode: 'Group' }],
    ['recording', { ends: now + hour, recording: { type: 'whereby' } }],
    ['recording', { ends: now + hour, recording: { type: 'local', bucket } }],
    ['recording', { ends: now + hour, recording: 'cloud' }],
    ['recording.bucket', { ends: now + hour, recording: { type: 'cloud' } }],
    [
      'recording.bucket',
      { ends: now + hour, recording: { type: 'cloud', bucket: { ...bucket, provider: 'whereby' } } },
    ],
    [
      'recording.bucket',
      { ends: now + hour, recording: { type: 'cloud', bucket: { ...bucket, name: 'Zylphia Quonsett' } } },
    ],
    [
      'recording.bucket.accessKeySecret',
      { ends: now + hour, recording: { type: 'cloud', bucket: { ...bucket, accessKeySecret: '' } } },
    ],
  ])('refuses a wrong `%s` and says what to give instead, without repeating it', (option, options) => {
    const refused = expect.objectContaining({
      name: 'OptionError',
      option,
      message: expect.not.stringMatching(/psych|Quonsett|not-a-real-secret/) as string,
    }) as OptionError;
    expect(() => build(options)).toThrow(refused);
  });

  it('cannot be made unsafe by any combination of options', () => {
    let made = 0;
    fc.assert(
      fc.property(anyOptions, (options) => {
        try {
          expect(isAllowed(build(options))).toBe(true);
          made += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(OptionError);
        }
      }),
      { numRuns: 3000 },
    );
    expect(made).toBeGreaterThan(100);
  });
});
