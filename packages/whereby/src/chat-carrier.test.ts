import { maximumEnvelopeBytes, participantId } from '@quietroom/core';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { farewell, unwrapEnvelope, wrapEnvelope } from './chat-carrier.ts';

const patient = participantId('6f8e2f0c-patient');
const family = participantId('6f8e2f0c-family');

it('carries every envelope byte for byte to the one it is for, and to nobody else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: maximumEnvelopeBytes }), (bytes) => {
      const text = wrapEnvelope(patient, bytes);
      expect(unwrapEnvelope(text, patient)).toEqual(bytes);
      expect(unwrapEnvelope(text, family)).toBeNull();
    }),
  );
});

it('stays under two kilobytes and a bit at the longest, since the vendor’s limit is not known', () => {
  expect(wrapEnvelope(patient, new Uint8Array(maximumEnvelopeBytes)).length).toBeLessThan(2100);
});

test.each([
  ['what somebody typed in another app', 'Hello, how are you?'],
  ['no text', undefined],
  ['a text that was not sent', null],
  ['another version', `quietroom:2:${patient}:AAAA`],
  ['bytes that are none', `quietroom:1:${patient}:??`],
  ['bytes cut short', `quietroom:1:${patient}:AAA`],
  ['nothing', `quietroom:1:${patient}:`],
  ['too much', wrapEnvelope(patient, new Uint8Array(maximumEnvelopeBytes + 1))],
  ['the host’s farewell', farewell],
])('drops %s', (_what, text) => {
  expect(unwrapEnvelope(text, patient)).toBeNull();
});

it('never throws, whatever the chat says', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(unwrapEnvelope(`quietroom:1:${patient}:${text}`, patient) ?? new Uint8Array()).toBeInstanceOf(Uint8Array);
    }),
  );
});
