import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRelayHouse, type RelayHouse } from '../../test/relay-house.ts';
import type { RawPage } from '../../test/raw-page.ts';

let house: RelayHouse;
beforeEach(async () => {
  house = await openRelayHouse();
});
afterEach(() => house.close());

const resume = async (secret: string): Promise<RawPage> => {
  const page = await house.dial();
  page.send({ type: 'resume', secret });
  return page;
};

it('keeps the seat of somebody whose socket dropped, and gives it back for their secret', async () => {
  const { clinicianPage, patient, patientPage } = await house.visit();
  await patientPage.act({ type: 'raiseHand', raised: true });
  const before = patientPage.view;
  patientPage.cut();
  await clinicianPage.until(({ room }) => room?.participants[0]?.present === false);
  house.clock.pass(1000);
  const back = await resume(patientPage.secret);
  const entered = await back.next('entered');
  expect(entered.view).toEqual(before);
  expect(entered.view.self).toMatchObject({ id: patient.sub, admission: 'admitted', handRaised: true });
  await clinicianPage.until(({ room }) => room?.participants[0]?.present === true);
});

it('gives a new secret every time and takes none twice', async () => {
  const { patientPage } = await house.visit();
  patientPage.cut();
  const { secret } = await (await resume(patientPage.secret)).next('entered');
  expect(secret).not.toBe(patientPage.secret);
  expect((await (await resume(patientPage.secret)).next('denied')).code).toBe('resume-refused');
});

it('refuses a wrong secret', async () => {
  const { patientPage } = await house.visit();
  const wrong = (patientPage.secret.startsWith('A') ? 'B' : 'A') + patientPage.secret.slice(1);
  expect((await (await resume(wrong)).next('denied')).code).toBe('resume-refused');
});

it('brings back what happened in the meantime', async () => {
  const clinicianPage = await house.enter(await house.clinic.person('clinician'));
  const patient = await house.clinic.person('patient');
  const patientPage = await house.enter(patient);
  await patientPage.act({ type: 'knock' });
  clinicianPage.cut();
  const back = await resume(clinicianPage.secret);
  const { view } = await back.next('entered');
  expect(view.room?.knocks).toMatchObject([{ id: patient.sub }]);
});

it('gives the seat up after 60 s', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  const stillThere = clinicianPage.until(({ room }) => room?.participants[0]?.present === false);
  patientPage.cut();
  await stillThere;
  for (let second = 0; second < 60; second += 2) {
    clinicianPage.send({ type: 'pong' });
    await clinicianPage.act({ type: 'raiseHand', raised: second % 4 === 0 });
    house.clock.pass(2000);
  }
  await clinicianPage.until(({ room }) => room?.participants.length === 0);
  expect((await (await resume(patientPage.secret)).next('denied')).code).toBe('resume-refused');
});

it('notices a page that no longer answers within 8 s, and lets it come back', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  patientPage.freeze();
  for (let second = 0; second < 8; second += 2) {
    clinicianPage.send({ type: 'pong' });
    await clinicianPage.act({ type: 'raiseHand', raised: second % 4 === 0 });
    house.clock.pass(2000);
  }
  await clinicianPage.until(({ room }) => room?.participants[0]?.present === false);
  const { view } = await (await resume(patientPage.secret)).next('entered');
  expect(view.self.admission).toBe('admitted');
});

it('blames nobody for its own standstill', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  // One long step is what its timers see when the process itself was stopped.
  house.clock.jump(10_000);
  expect(await clinicianPage.act({ type: 'raiseHand', raised: true })).toBeNull();
  expect(await patientPage.act({ type: 'raiseHand', raised: true })).toBeNull();
});

it('moves the seat to the new socket when the old one only seems alive', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  const back = await resume(patientPage.secret);
  await back.next('entered');
  expect(await patientPage.closed).toBe(1000);
  expect(patientPage.frames.join()).not.toContain('ended');
  expect(clinicianPage.view?.room?.participants[0]?.present).toBe(true);
});
