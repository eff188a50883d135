import type { Visit } from '@quietroom/core';
import type { FakePerson, FakeRoom, FakeRoomOptions } from '../fake-room/fake-room.ts';
import { until } from '../until/until.ts';
import { syntheticPeople } from './people.ts';
import { scenario, type With } from './scenario.ts';

/** The other one of a visit of two. */
export type WithOther = With<{ readonly other: FakePerson }>;

const enter = async (room: FakeRoom, visit: Visit, people: readonly FakePerson[]) => {
  await Promise.all(people.map(({ arrived }) => arrived));
  await visit.join();
  room.admitsYou();
  await until(visit.state, ({ participants }) => people.every(({ id }) => participants[id]?.verified === true));
};

const withOther = (
  options: FakeRoomOptions,
  then: (room: FakeRoom, visit: Visit, other: FakePerson) => unknown = () => undefined,
): WithOther =>
  scenario(options, (room, visit) => {
    const other = room.personJoins(options.role === 'clinician' ? syntheticPeople.patient : syntheticPeople.clinician);
    const play = async () => {
      await enter(room, visit, [other]);
      await then(room, visit, other);
    };
    return { people: { other }, reached: play() };
  });

/** A patient and a clinician, or with `role: 'clinician'` a clinician and a patient, each proved to the other. */
export const visitOfTwo = (options: FakeRoomOptions = {}): WithOther => withOther(options);

/** A clinician with a patient, an interpreter and family. */
export const visitOfFour = (
  options: FakeRoomOptions = {},
): With<{ readonly patient: FakePerson; readonly interpreter: FakePerson; readonly family: FakePerson }> =>
  scenario({ role: 'clinician', ...options }, (room, visit) => {
    const people = {
      patient: room.personJoins(syntheticPeople.patient),
      interpreter: room.personJoins(syntheticPeople.interpreter),
      family: room.personJoins({ ...syntheticPeople.family, camera: false }),
    };
    return { people, reached: enter(room, visit, Object.values(people)) };
  });

const companions = ['family', 'observer'] as const;

/** A clinician with the patient and as many companions as wanted, each proved, with a name, a picture and a voice. */
export const visitOfMany = (
  count: number,
  options: FakeRoomOptions = {},
): With<{ readonly others: readonly FakePerson[] }> =>
  scenario({ role: 'clinician', ...options }, (room, visit) => {
    const others = Array.from({ length: count }, (_, index) =>
      room.personJoins({
        role: index === 0 ? 'patient' : (companions[index % companions.length] ?? 'observer'),
        name: `Quimby Vexwood ${index + 1}`,
      }),
    );
    return { people: { others }, reached: enter(room, visit, others) };
  });

/** A visit of two in which the other shares their screen. */
export const sharedScreen = (options: FakeRoomOptions = {}): WithOther =>
  withOther(options, (_room, _visit, other) => {
    other.sharesScreen();
  });

/** A visit of two with an interrupted link. */
export const reconnecting = (options: FakeRoomOptions = {}): WithOther =>
  withOther(options, (room) => {
    room.interruptsLink();
  });

/** A visit of two with a conversation: one text received, one delivered, one that failed and can be sent again. */
export const chatWithDelivery = (options: FakeRoomOptions = {}): WithOther =>
  withOther(options, async (room, visit, other) => {
    const messages = () => visit.messages.state.get().conversations[other.id]?.messages ?? [];
    await until(visit.messages.state, ({ recipients }) => recipients.includes(other.id));
    await other.says('Good morning. Can you see and hear me well?');
    await until(visit.messages.state, () => messages().length === 1);
    await visit.messages.send(other.id, 'Yes, both. The tablets arrived yesterday.');
    await until(visit.messages.state, () => messages().some(({ delivery }) => delivery === 'delivered'));
    room.refusesDelivery('message-not-delivered');
    await visit.messages.send(other.id, 'I take the white one in the morning.').catch(() => undefined);
    await until(visit.messages.state, () => messages().some(({ delivery }) => delivery === 'failed'));
    room.refusesDelivery(null);
  });
