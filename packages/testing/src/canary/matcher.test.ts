import { createHash } from 'node:crypto';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCanary, realisticCanary } from './canary.ts';
import { createMatcher } from './matcher.ts';

const name = realisticCanary('roster.name', 'Zylphia Anne Quonsett');
const { value } = name;
const search = createMatcher([name]);
const forms = (caught: string | Uint8Array) => search(caught).map(({ form }) => form);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const jwt = (claims: object) =>
  ['{"alg":"HS256"}', JSON.stringify(claims)].map((part) => Buffer.from(part).toString('base64url')).join('.') +
  '.c2ln';
const messagePack = (text: string) =>
  Buffer.concat([Buffer.from([0x81, 0xa1, 0x6e, 0xa0 | text.length]), Buffer.from(text)]);

describe('a name is found', () => {
  test.each<[string, string | Uint8Array]>([
    ['as it is', `{"displayName":"${value}"}`],
    ['in capitals', value.toUpperCase()],
    [
      'in full-width letters',
      Array.from(value)
        .map((one) => (one === ' ' ? ' ' : String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)))
        .join(''),
    ],
    ['with invisible characters in it', Array.from(value).join('\u200b')],
    ['in an address', encodeURIComponent(value)],
    ['in an address within an address', encodeURIComponent(encodeURIComponent(value))],
    ['as a form writes it', value.replaceAll(' ', '+')],
    [
      'in a page',
      Array.from(value)
        .map((one) => `&#${one.codePointAt(0) ?? 0};`)
        .join(''),
    ],
    [
      'in a page, in hexadecimal',
      Array.from(value)
        .map((one) => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`)
        .join(''),
    ],
    [
      'in escaped JSON',
      Array.from(value)
        .map((one) => `\\u00${(one.codePointAt(0) ?? 0).toString(16)}`)
        .join(''),
    ],
    ['in base64', base64(value)],
    ['in base64, one byte later', base64(`a${value}`)],
    ['in base64, two bytes later', base64(`ab${value}`)],
    ['in base64 whose start is lost', base64(`{"user":"${value}"}`).slice(3)],
    ['in base64 of base64', base64(base64(value))],
    ['in hexadecimal', Buffer.from(value).toString('hex')],
    ['in UTF-16', Buffer.from(value, 'utf16le')],
    ['in UTF-16, one byte later', Buffer.concat([Buffer.from([7]), Buffer.from(value, 'utf16le')])],
    ['backwards', Array.from(value).toReversed().join('')],
    ['as a slug', 'zylphia-anne-quonsett'],
    ['as a slug without joints', 'ZylphiaAnneQuonsett'],
    ['the family name on its own', 'Mx. Quonsett'],
    ['by its initials', '{"who":"ZAQ"}'],
    ['in a token', `wss://sfu.invalid/?token=${jwt({ user_id: value })}`],
    ['in a compressed body', gzipSync(`{"name":"${value}"}`)],
    ['in a deflated body', deflateSync(`{"name":"${value}"}`)],
    ['in a deflated body without a header', deflateRawSync(`{"name":"${value}", "more": "${'x'.repeat(64)}"}`)],
    ['in a socket.io frame', `42["knock_room",{"displayName":"${value}"}]`],
    ['in a MessagePack frame', messagePack(value)],
    ...(['md5', 'sha1', 'sha256'] as const).flatMap((hash): [string, string][] => [
      [`as ${hash}`, createHash(hash).update(value).digest('hex')],
      [`as ${hash} of it in small letters`, createHash(hash).update(value.toLowerCase()).digest('hex').toUpperCase()],
      [`as ${hash} in base64`, createHash(hash).update(value).digest('base64')],
      [`as ${hash} in base64url`, createHash(hash).update(value).digest('base64url')],
    ]),
  ])('%s', (_how, caught) => {
    expect(search(caught).map(({ canary }) => canary)).toContain('roster.name');
  });
});

test('an accent hides nothing: neither one that was added, nor one that was left out', () => {
  const find = createMatcher([{ id: 'name', value: 'Zélphie Quönsetta' }]);
  for (const spelt of ['Zelphie Quonsetta', 'Zélphie Quönsetta\u0301']) {
    expect(find(`to ${spelt}`).map(({ form }) => form)).toContain('plain');
  }
});

test('what is not the name is not found', () => {
  expect(forms('{"displayName":"Patient K7Q4","zaquire":"BAZAQ"}')).toEqual([]);
  expect(forms(gzipSync('Zylph'))).toEqual([]);
  expect(forms(new Uint8Array([0x1f, 0x8b, 3, 4]))).toEqual([]);
});

test('the disguise is named, and each once', () => {
  expect(forms(`${value} ${value}`)).toEqual(['plain', 'piece']);
  expect(forms(createHash('md5').update(value).digest('hex'))).toEqual(['md5']);
});

test('two canaries are told apart', () => {
  const [one, other] = [createCanary('chat.text'), createCanary('knock.text')];
  const both = createMatcher([one, other]);
  expect(both(other.value).map(({ canary }) => canary)).toEqual(['knock.text']);
  expect(both(`${one.value}${other.value}`).map(({ canary }) => canary)).toEqual(['chat.text', 'knock.text']);
});

test('whatever stands around it, a canary is found, and random bytes are never taken for one', () => {
  const canary = createCanary('anything');
  const find = createMatcher([canary]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (before, after) => {
      expect(find(Buffer.concat([before, after]))).toEqual([]);
      expect(find(Buffer.concat([before, Buffer.from(canary.value), after]))).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});
