import { expect, it } from 'vitest';
import { splitLinks } from './split-links.ts';

const addresses = (text: string) =>
  splitLinks(text).flatMap((piece) => ('address' in piece ? [piece.address.href] : []));

it('finds an address inside a sentence and leaves its full stop out', () => {
  expect(splitLinks('See https://clinic.example/plan. Thanks')).toEqual([
    { text: 'See ' },
    { text: 'https://clinic.example/plan', address: new URL('https://clinic.example/plan') },
    { text: '. Thanks' },
  ]);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://files.example', 'clinic.example', 'https://'])(
  'takes %s as plain text',
  (text) => {
    expect(splitLinks(text)).toEqual([{ text }]);
  },
);

it('keeps every character of the text', () => {
  const text = 'a http://one.example, (https://two.example) \n <b>https://three.example</b>';
  expect(
    splitLinks(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
  expect(addresses(text)).toHaveLength(3);
});

it('has nothing to say about an empty text', () => {
  expect(splitLinks('')).toEqual([]);
});
