import {
  loosen,
  usHipaa,
  type AdapterRule,
  type Facts,
  type Manifest,
  type Policy,
  type Readable,
} from '@quietroom/core';
import { visitOfTwo, type FakeRoomOptions, type WithOther } from '@quietroom/testing';

/** An invented provider that says as much about itself as a real one. */
const manifest: Manifest = {
  operatedBy: 'vendor',
  eligibility: { says: 'The clinic plan.', source: 'The provider’s documentation, page “Health”', on: '2026-11-02' },
  sdk: { name: '@example/video', minimumVersion: '4.2.0' },
  verified: [
    { what: 'Nobody enters without a visit pass and its key.', check: 'packages/example/src/entry.test.ts' },
    { what: 'Leaving, from every state, leaves nothing behind.', check: 'packages/example/src/example.conformance.ts' },
  ],
  unknown: [
    'The provider’s real servers have not been run against.',
    'The people in a visit learn each other’s network addresses.',
    'Safari has not been run against this adapter.',
  ],
  enforcedBy: {
    knock: 'relay',
    publish: 'relay',
    admit: 'vendor',
    remove: 'vendor',
    mute: 'vendor',
    lock: 'vendor',
    shareScreen: 'nobody',
    endForEveryone: 'receiver',
  },
};

const rules: readonly AdapterRule[] = [
  {
    id: 'W2-04',
    stage: 'live',
    effect: 'warn',
    check: () => 'broken',
    source: 'The provider’s documentation',
    says: 'Picture and sound pass through a server of the vendor that can see them.',
    remedy: 'Create rooms that go from browser to browser.',
  },
];

const inYears = (years: number): string => `${new Date().getUTCFullYear() + years}-03-01`;

const policy: Policy = loosen(
  {
    ...usHipaa,
    attestations: {
      'Q-VENDOR-AGREEMENT': { evidence: 'register, entry 12', on: inYears(-1), expires: inYears(1) },
      'B-23': { evidence: 'runbook, version 3', on: inYears(-3), expires: inYears(-2) },
      'B-24': { evidence: 'staff handbook, page 9', on: inYears(-1), expires: inYears(1) },
    },
  },
  { 'Q-NEUTRAL-PATH': 'The record system gives the addresses, and they were reviewed.' },
);

/** The same facts, as that provider and policy would have them. */
const atProvider = (source: Readable<Facts>): Readable<Facts> => {
  let last: { readonly from: Facts; readonly facts: Facts } | undefined;
  return {
    subscribe: source.subscribe,
    get: () => {
      const from = source.get();
      if (last?.from !== from)
        last = {
          from,
          facts: { ...from, provider: 'example', eligibilityRead: true, attested: new Set(['Q-VENDOR-AGREEMENT']) },
        };
      return last.facts;
    },
  };
};

/** A visit of two with real patients at that provider: most is in order, some is to be looked at. */
export const visitAtProvider = (options: FakeRoomOptions = {}): WithOther => {
  const two = visitOfTwo(options);
  return { ...two, visit: { ...two.visit, policy, manifest, rules, facts: atProvider(two.visit.facts) } };
};
