import {
  syntheticPeople,
  scenario,
  until,
  type FakePerson,
  type FakeRoomOptions,
  type Scenario,
  type With,
} from '@quietroom/testing';

/** The same visit, after something more has happened in it. */
export const afterwards = <Before extends Scenario>(before: Before, happens: (before: Before) => unknown): Before => ({
  ...before,
  ready: before.ready.then(() => happens(before)).then(() => undefined),
});

/** A clinician with a patient and companions who are called as said, all of them invented. */
export const visitOfNames = (
  names: readonly string[],
  options: FakeRoomOptions = {},
): With<{ readonly others: readonly FakePerson[] }> =>
  scenario({ role: 'clinician', ...options }, (room, visit) => {
    const others = names.map((name, index) =>
      room.personJoins({ ...(index === 0 ? syntheticPeople.patient : syntheticPeople.family), name }),
    );
    const enter = async () => {
      await Promise.all(others.map(({ arrived }) => arrived));
      await visit.join();
      room.admitsYou();
      await until(visit.state, ({ participants }) => others.every(({ id }) => participants[id]?.verified === true));
    };
    return { people: { others }, reached: enter() };
  });

/** Long ones, with spaces and without. */
export const longNames = [
  'Zylphia Featherstonehaugh-Quonsett of Upper Thackwhistle and Lower Umbertone',
  'Wolfeschlegelsteinhausenplimsollvanebergerdorffumbertone',
  'B',
];

/** Arabic, Hebrew, and one that mixes both directions. */
export const rightToLeftNames = ['زهرة النسيم القمرية', 'צפורה לילנוף', 'ياسمين Thackwhistle (نسيم)'];
