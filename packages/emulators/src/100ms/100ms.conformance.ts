import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { enter, moves, type BareClient } from './bare-client/index.ts';
import { controlHms } from './control/control-hms.ts';
import { redirectHms } from './redirect/redirect-hms.ts';

const control = controlHms(inject('hmsUrl'));
const people: BareClient[] = [];

const come = async (room: string, role: string, userName: string): Promise<BareClient> => {
  const authToken = await control.mintToken({ room, role, userId: crypto.randomUUID() });
  const person = await enter({ authToken, userName });
  people.push(person);
  return person;
};

beforeAll(() => {
  redirectHms({ origin: inject('hmsUrl') });
});
afterEach(async () => {
  for (const person of people.splice(0)) await person.end();
  await control.clearScript();
  await control.forget();
});

describe('the unmodified SDK in a room of the stand-in', () => {
  test('two people join and each sees the other move', async () => {
    const room = await control.createRoom();
    const clinician = await come(room, 'clinician', 'Clinician B2B2');
    const patient = await come(room, 'patient', 'Patient C3C3');
    for (const person of [clinician, patient]) {
      const { peers } = await person.until((state) => Object.keys(state.peers).length === 2);
      expect(
        Object.values(peers)
          .map(({ roleName }) => roleName)
          .sort(),
      ).toEqual(['clinician', 'patient']);
    }
    for (const person of [clinician, patient]) {
      const state = await person.until(({ peers, tracks }) =>
        Object.values(peers).some(
          ({ isLocal, videoTrack }) => !isLocal && videoTrack !== undefined && tracks[videoTrack],
        ),
      );
      const other = Object.values(state.peers).find(({ isLocal }) => !isLocal);
      await moves(person.actions, other!.videoTrack!);
    }
  });
});
