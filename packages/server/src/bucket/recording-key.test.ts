import { createOpaqueId, type OpaqueId } from '@quietroom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNeutralKey, recordingKey } from './recording-key.ts';

const room = createOpaqueId(crypto);

describe('the key of a recording', () => {
  it.each([
    recordingKey(room, Date.UTC(2031, 1, 3, 9)),
    `${room}-1927843200.mkv`,
    'beam/65a1b2c3d4e5f60718293a4b/20310203/1927843200000.mp4',
    `recordings/${room}/Rec-20310203T090000Z.mp4`,
    '65a1b2c3d4e5f60718293a4b/chat.csv',
  ])('%s tells nothing about a person', (key) => {
    expect(isNeutralKey(key)).toBe(true);
  });

  it.each([
    'zylphia-quonsett.mp4',
    `${room}/zylphia.mp4`,
    `psych-clinic/${room}.mp4`,
    'recordings/84003177.mp4',
    'recordings/19310203.mp4',
    '1931-02-03/rec.mp4',
    'zylphia.q@canary.invalid',
    'recordings/555-0142.mp4',
    `${room}.mp4?patient=zylphia`,
    'MRN 84-0031-77',
    '..',
    '',
    '/',
  ])('%s may tell something', (key) => {
    expect(isNeutralKey(key)).toBe(false);
  });

  it('is never built from anything but a random id and a time', () => {
    expect(() => recordingKey('zylphia-quonsett' as OpaqueId, Date.UTC(2031, 1, 3))).toThrow(RangeError);
    expect(() => recordingKey(room, Number.NaN)).toThrow(RangeError);
    expect(() => recordingKey(room, 0)).toThrow(RangeError);
  });

  it('never holds a word of more than three letters that is not a vendor’s', () => {
    const words = /^(?:recordings?|room|beam|composite|chat|transcripts?|audio|video)$/;
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.constantFrom('', '/', '-', '_'), (name, join) => {
        fc.pre(!words.test(name));
        expect(isNeutralKey(`${room}${join}${name}.mp4`)).toBe(false);
        expect(isNeutralKey(`${name}${join}${room}`)).toBe(false);
      }),
    );
  });
});
