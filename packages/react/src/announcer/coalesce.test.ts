import { participantId, type Announcement } from '@quietroom/core';
import { expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';

const joined = (name: string): Announcement => ({ type: 'someone-joined', participant: participantId(name) });

it('says only where a source that was switched on and off came to rest', () => {
  expect(
    coalesce([
      { type: 'source-changed', source: 'microphone', on: true },
      { type: 'source-changed', source: 'camera', on: true },
      { type: 'source-changed', source: 'microphone', on: false },
    ]),
  ).toEqual([
    { type: 'source-changed', source: 'camera', on: true },
    { type: 'source-changed', source: 'microphone', on: false },
  ]);
});

it('names two who came, and counts more', () => {
  expect(coalesce([joined('a'), joined('b')])).toEqual([joined('a'), joined('b')]);
  expect(coalesce([{ type: 'joined' }, joined('a'), joined('b'), joined('c')])).toEqual([
    { type: 'joined' },
    { type: 'crowd', of: 'someone-joined', count: 3 },
  ]);
});

it('does not say the same thing about the same person twice', () => {
  const hand: Announcement = { type: 'hand-raised', participant: participantId('a') };
  expect(coalesce([hand, hand])).toEqual([hand]);
});
