import type { RoomErrorCode } from '@quietroom/core';
import type { FakePerson, FakeRoomOptions } from '../fake-room/fake-room.ts';
import { until } from '../until/until.ts';
import { syntheticPeople } from './people.ts';
import { scenario, type Scenario, type With } from './scenario.ts';

/** A patient before anything was pressed. */
export const readyPatient = (options: FakeRoomOptions = {}): Scenario =>
  scenario(options, () => ({ people: {}, reached: Promise.resolve() }));

/** A clinician before anything was pressed. */
export const readyClinician = (options: FakeRoomOptions = {}): Scenario =>
  readyPatient({ role: 'clinician', ...options });

/** A patient whose connection is being made and never is. */
export const connectingPatient = (options: FakeRoomOptions = {}): Scenario =>
  scenario(options, (room, visit) => {
    room.holdsConnection();
    void visit.join();
    return { people: {}, reached: until(visit.state, ({ phase }) => phase.name === 'connecting') };
  });

/** A patient in the waiting room. */
export const waitingPatient = (options: FakeRoomOptions = {}): Scenario =>
  scenario(options, (_room, visit) => ({ people: {}, reached: visit.join() }));

/** A patient who was asked to wait a little longer. */
export const keptWaitingPatient = (options: FakeRoomOptions = {}): Scenario =>
  scenario(options, (room, visit) => {
    const keep = async () => {
      await visit.join();
      room.keepsYouWaiting();
    };
    return { people: {}, reached: keep() };
  });

/** A patient whose attempt to join fails with this error. */
export const failedJoin = (code: RoomErrorCode, options: FakeRoomOptions = {}): Scenario =>
  scenario(options, (room, visit) => {
    room.refusesConnection(code);
    return { people: {}, reached: visit.join() };
  });

/** A clinician alone in the visit, with a patient at the door whose pass is in order. */
export const clinicianWithKnock = (options: FakeRoomOptions = {}): With<{ readonly patient: FakePerson }> =>
  scenario({ role: 'clinician', ...options }, (room, visit) => {
    const patient = room.personKnocks(syntheticPeople.patient);
    void visit.join();
    const known = until(visit.state, ({ knocks }) => knocks[patient.id]?.verified === true);
    return { people: { patient }, reached: known };
  });
