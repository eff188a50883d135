import type { ConsentSubject, Role, RoomActionType } from '@quietroom/core';
import fc from 'fast-check';
import { allActions } from '../../src/fake-room/all-actions.ts';

/** What somebody in the script does. */
export type Deed =
  | { readonly does: 'act'; readonly type: RoomActionType; readonly on: boolean; readonly whom: number }
  | { readonly does: 'write'; readonly whom: number }
  | { readonly does: 'come' | 'knock'; readonly as: Role; readonly pass: 'valid' | 'forged' | 'none' }
  | { readonly does: 'leave' | 'say' | 'replay' | 'enter'; readonly whom: number }
  | { readonly does: 'agree' | 'withdraw'; readonly whom: number; readonly to: ConsentSubject }
  | { readonly does: 'ask' | 'agree here' | 'withdraw here'; readonly to: ConsentSubject }
  | {
      readonly does: 'vendor';
      readonly facts: { readonly recording?: boolean; readonly captions?: boolean; readonly streaming?: boolean };
    }
  | {
      readonly does:
        | 'all agree and start'
        | 'lie'
        | 'interrupt'
        | 'restore'
        | 'leave and come back'
        | 'admit you'
        | 'keep you waiting';
    }
  | { readonly does: 'wait'; readonly milliseconds: number };

const whom = fc.nat(5);
const to = fc.constantFrom<ConsentSubject>('recording', 'captions');
const as = fc.constantFrom<Role>('patient', 'clinician', 'family', 'interpreter', 'observer');
const pass = fc.constantFrom('valid', 'valid', 'valid', 'forged', 'none');
/** Anything anybody can do, the likely more often. */
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('act' as const),
      type: fc.constantFrom(...allActions.filter((type) => type !== 'endForEveryone')),
      on: fc.boolean(),
      whom,
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('write' as const), whom }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('come' as const, 'knock' as const), as, pass }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('leave' as const, 'say' as const, 'replay' as const, 'enter' as const),
      whom,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('agree' as const, 'withdraw' as const), whom, to }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('ask' as const, 'agree here' as const, 'withdraw here' as const),
      to,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('vendor' as const),
      facts: fc.constantFrom(
        { recording: true },
        { recording: false },
        { captions: false },
        { streaming: true },
        { streaming: false },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('all agree and start' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'lie' as const,
        'interrupt' as const,
        'restore' as const,
        'leave and come back' as const,
        'admit you' as const,
        'keep you waiting' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(100, 1_500, 5_000, 31_000),
    }),
  },
);
