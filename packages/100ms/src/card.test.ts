import { createOpaqueId } from '@quietroom/core';
import { expect, it } from 'vitest';
import { readCard, readPass, writeCard } from './card.ts';

const part = (text: string): string => Buffer.from(text).toString('base64url');
const sub = createOpaqueId(crypto);
const pass = `${part('{}')}.${part(JSON.stringify({ sub, role: 'patient' }))}.${part('signed')}`;

it('shows the visit pass at the door, and nothing else', () => {
  expect(JSON.parse(writeCard(pass))).toEqual({ v: 1, pass });
  expect(readCard(writeCard(pass))).toBe(pass);
  expect(readPass(pass)).toEqual({ sub, role: 'patient' });
});

it.each([
  undefined,
  '',
  'Zylphia Quonsett',
  '{}',
  '[]',
  'null',
  JSON.stringify({ v: 2, pass }),
  JSON.stringify({ v: 1, pass: 'Zylphia Quonsett' }),
  JSON.stringify({ v: 1, pass: { toString: pass } }),
  JSON.stringify({ v: 1, pass, padding: 'x'.repeat(3000) }),
])('reads no pass where there is none: %s', (metadata) => {
  expect(readCard(metadata)).toBeNull();
});

it.each([
  'a.b.c',
  `a.${part('null')}.c`,
  `a.${part(JSON.stringify({ sub, role: 'recorder' }))}.c`,
  `a.${part(JSON.stringify({ sub: 'Zylphia', role: 'patient' }))}.c`,
])('believes nothing of a pass that says nothing: %s', (token) => {
  expect(readPass(token)).toBeNull();
});
