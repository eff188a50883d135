import type { ConsentReceipt, Policy } from '@quietroom/core';
import { createFakeRoom } from '../fake-room/create-fake-room.ts';
import type { FakePerson, FakeRoomOptions } from '../fake-room/fake-room.ts';
import { until } from '../until/until.ts';
import { syntheticPeople } from './people.ts';
import type { With } from './scenario.ts';

/** A visit of two under a policy of the test's own, with the receipts the host was given. */
export type ConsentScenario = With<{ readonly other: FakePerson }> & { readonly receipts: readonly ConsentReceipt[] };

const visitUnder = (
  policy: Policy,
  options: FakeRoomOptions,
  then: (other: FakePerson) => Promise<void>,
): ConsentScenario => {
  const room = createFakeRoom({ waits: false, ...options });
  const receipts: ConsentReceipt[] = [];
  const visit = room.createVisit({
    policy,
    onConsent: (receipt) => {
      receipts.push(receipt);
    },
  });
  const other = room.personJoins(options.role === 'clinician' ? syntheticPeople.patient : syntheticPeople.clinician);
  const play = async () => {
    await other.arrived;
    await visit.join();
    await until(visit.messages.state, ({ recipients }) => recipients.includes(other.id));
    await until(visit.consent.state, ({ recording, captions }) => recording.text !== null || captions.text !== null);
    await then(other);
    if (options.role !== 'clinician') await until(visit.consent.state, ({ recording }) => recording.own === 'asked');
  };
  return { room, visit, people: { other }, receipts, ready: play() };
};

/** A patient whom the clinician has just asked to agree to a recording. The policy must allow one. */
export const consentAsked = (policy: Policy, options: FakeRoomOptions = {}): ConsentScenario =>
  visitUnder(policy, { role: 'patient', ...options }, (other) => other.asksToAgree());

/** A clinician with a patient, under a policy that allows a recording. Nobody has been asked yet. */
export const visitToRecord = (policy: Policy, options: FakeRoomOptions = {}): ConsentScenario =>
  visitUnder(policy, { role: 'clinician', ...options }, () => Promise.resolve());
