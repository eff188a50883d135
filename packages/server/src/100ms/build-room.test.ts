import { createOpaqueId, parseOpaqueId } from '@quietroom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OptionError } from '../vendor/option-error.ts';
import { buildHmsRoom, type HmsRoomOptions } from './build-room.ts';

const templateId = '627ce5b637300e55a72ba7ed';
const build = (options: unknown) => buildHmsRoom(options as HmsRoomOptions);

const anyOption = fc.oneof(
  fc.constantFrom<unknown>(
    true,
    null,
    '',
    'auto',
    'us',
    'eu',
    'in',
    'none',
    'composite',
    'Zylphia Quonsett',
    templateId,
  ),
  fc.anything({ maxDepth: 2 }),
);
const mostly = <Value>(good: fc.Arbitrary<Value>) => fc.oneof({ weight: 9, arbitrary: good }, anyOption);
const plausible = fc.record(
  {
    templateId: mostly(fc.constant(templateId)),
    region: mostly(fc.constantFrom('us', 'eu', 'in')),
    name: mostly(fc.uuid({ version: 4 })),
    recording: mostly(fc.constantFrom('none', 'composite')),
    longestSeconds: mostly(fc.integer({ min: 100, max: 15_000 })),
    people: mostly(fc.integer({ min: 1, max: 24 })),
  },
  { requiredKeys: ['templateId', 'region'] },
);
const forbidden = fc.record(
  { description: anyOption, recording_info: anyOption, large_room: anyOption, webhook: anyOption },
  { requiredKeys: [] },
);
const anyOptions = fc.oneof(
  plausible,
  fc.tuple(plausible, forbidden).map(([some, more]) => ({ ...some, ...more })),
  fc.anything(),
);

describe('a 100ms room', () => {
  it('has a random name, no description, a pinned region and no media-server recording', () => {
    const body = buildHmsRoom({ templateId, region: 'us' });
    expect(parseOpaqueId(body.name)).toBe(body.name);
    expect(body).toEqual({
      name: body.name,
      template_id: templateId,
      region: 'us',
      size: 20,
      max_duration_seconds: 14_400,
      recording_info: { enabled: false },
    });
    expect(buildHmsRoom({ templateId, region: 'us' }).name).not.toBe(body.name);
  });

  it("leaves the bucket to the template when it may be recorded to the customer's own", () => {
    expect(buildHmsRoom({ templateId, region: 'eu', recording: 'composite' })).not.toHaveProperty('recording_info');
  });

  it('keeps the name it is given, so that the same room can be asked for again', () => {
    const name = createOpaqueId(crypto);
    expect(buildHmsRoom({ templateId, region: 'in', name }).name).toBe(name);
  });

  it.each([
    ['options', { templateId, region: 'us', description: 'Visit of Zylphia Quonsett' }],
    ['options', { templateId, region: 'us', recording_info: { enabled: true } }],
    ['region', { templateId }],
    ['region', { templateId, region: 'auto' }],
    ['name', { templateId, region: 'us', name: 'Zylphia Quonsett' }],
    ['templateId', { templateId: 'default', region: 'us' }],
    ['recording', { templateId, region: 'us', recording: 'sfu' }],
    ['people', { templateId, region: 'us', people: 21 }],
    ['longestSeconds', { templateId, region: 'us', longestSeconds: 43_200 }],
  ])('refuses a wrong `%s` without repeating it', (option, options) => {
    const message = expect.not.stringContaining('Quonsett') as string;
    expect(() => build(options)).toThrow(expect.objectContaining({ name: 'OptionError', option, message }) as Error);
  });

  it('cannot be made unsafe by any combination of options', () => {
    const known = ['name', 'template_id', 'region', 'size', 'max_duration_seconds', 'recording_info'];
    let made = 0;
    fc.assert(
      fc.property(anyOptions, (options) => {
        try {
          const body = build(options);
          made += 1;
          expect(Object.keys(body).filter((key) => !known.includes(key))).toEqual([]);
          expect(parseOpaqueId(body.name)).not.toBeNull();
          expect(['us', 'eu', 'in']).toContain(body.region);
          expect(body.recording_info?.enabled ?? false).toBe(false);
          expect(body.size <= 20 && body.max_duration_seconds <= 14_400).toBe(true);
          expect(JSON.stringify(body)).not.toContain('Quonsett');
        } catch (error) {
          if (!(error instanceof OptionError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
    expect(made).toBeGreaterThan(20);
  });
});
