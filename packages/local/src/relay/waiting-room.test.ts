import { createOpaqueId } from '@quietroom/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRelayHouse, type RelayHouse } from '../../test/relay-house.ts';

let house: RelayHouse;
beforeEach(async () => {
  house = await openRelayHouse();
});
afterEach(() => house.close());

it('shows a knock to the clinician, with the pass to check, and to nobody else', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  const family = await house.clinic.person('family');
  const page = await house.enter(family);
  const pass = page.frames.length;
  await page.act({ type: 'knock' });
  const view = await clinicianPage.until(({ room }) => room?.knocks?.length === 1);
  expect(view.room?.knocks?.[0]).toMatchObject({ id: family.sub, role: 'family', keptWaiting: false });
  expect(view.room?.knocks?.[0]?.pass.split('.')).toHaveLength(3);
  expect(pass).toBeGreaterThan(0);
  expect(patientPage.frames.join()).not.toContain(family.sub);
});

it('shows a clinician who comes later who has been waiting', async () => {
  const patient = await house.clinic.person('patient');
  await (await house.enter(patient)).act({ type: 'knock' });
  const page = await house.enter(await house.clinic.person('clinician'));
  expect(page.view?.room?.knocks).toMatchObject([{ id: patient.sub, since: house.clock.now() }]);
});

it('tells somebody who waits where they stand: kept waiting, then admitted', async () => {
  const clinicianPage = await house.enter(await house.clinic.person('clinician'));
  const patient = await house.clinic.person('patient');
  const page = await house.enter(patient);
  await page.act({ type: 'knock' });
  await clinicianPage.act({ type: 'keepWaiting', participant: patient.sub });
  await page.until(({ self }) => self.admission === 'kept-waiting');
  await clinicianPage.act({ type: 'admit', participant: patient.sub });
  const { room } = await page.until(({ self }) => self.admission === 'admitted');
  expect(room?.participants).toHaveLength(1);
  expect(room?.knocks).toBeNull();
});

it('takes a knock back', async () => {
  const clinicianPage = await house.enter(await house.clinic.person('clinician'));
  const page = await house.enter(await house.clinic.person('patient'));
  await page.act({ type: 'knock' });
  await clinicianPage.until(({ room }) => room?.knocks?.length === 1);
  await page.act({ type: 'cancelKnock' });
  await clinicianPage.until(({ room }) => room?.knocks?.length === 0);
});

it('declines, and ends it there for them', async () => {
  const clinicianPage = await house.enter(await house.clinic.person('clinician'));
  const patient = await house.clinic.person('patient');
  const page = await house.enter(patient);
  await page.act({ type: 'knock' });
  await clinicianPage.act({ type: 'decline', participant: patient.sub });
  expect((await page.next('ended')).reason).toBe('declined');
  expect(await page.closed).toBe(1000);
});

it('does not open the door of a locked room', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  await clinicianPage.act({ type: 'lock', locked: true });
  await patientPage.until(({ room }) => room?.locked === true);
  const page = await house.enter(await house.clinic.person('family'));
  expect(await page.act({ type: 'knock' })).toBe('room-locked');
  await clinicianPage.act({ type: 'lock', locked: false });
  expect(await page.act({ type: 'knock' })).toBeNull();
});

it('does not show the knock of somebody who cannot be reached', async () => {
  const clinicianPage = await house.enter(await house.clinic.person('clinician'));
  const page = await house.enter(await house.clinic.person('patient'));
  await page.act({ type: 'knock' });
  await clinicianPage.until(({ room }) => room?.knocks?.length === 1);
  page.cut();
  await clinicianPage.until(({ room }) => room?.knocks?.length === 0);
});

it('gives a hand-written client at the door no byte about the others, whatever it tries', async () => {
  const { clinician, clinicianPage, patient, patientPage } = await house.visit();
  const intruder = await house.clinic.person('family');
  const page = await house.enter(intruder);
  await page.act({ type: 'knock' });
  await clinicianPage.act({ type: 'keepWaiting', participant: intruder.sub });
  const before = { clinician: clinicianPage.count, patient: patientPage.count };

  const others = [clinician.sub, patient.sub, createOpaqueId(crypto)];
  const aimed = ['admit', 'keepWaiting', 'decline', 'remove', 'mute', 'askToUnmute'];
  const answers = new Set<string | null>();
  for (const participant of [...others, intruder.sub]) {
    for (const type of aimed) answers.add(await page.act({ type, participant }));
  }
  answers.add(await page.act({ type: 'raiseHand', raised: true }));
  answers.add(await page.act({ type: 'lock', locked: true }));
  answers.add(await page.act({ type: 'endForEveryone' }));
  // One answer for all: it does not even tell who is in the room.
  expect([...answers]).toEqual(['action-failed']);

  const session = clinicianPage.view?.self.session ?? 1;
  for (const to of others) page.send({ type: 'signal', to, session, signal: { kind: 'again', attempt: 1 } });
  clinicianPage.send({
    type: 'signal',
    to: intruder.sub,
    session: page.view?.self.session,
    signal: { kind: 'again', attempt: 1 },
  });
  await clinicianPage.act({ type: 'lock', locked: true });
  await patientPage.act({ type: 'raiseHand', raised: true });
  await clinicianPage.act({ type: 'mute', participant: patient.sub });
  await page.act({ type: 'knock' });

  const heard = page.frames.join('\n');
  for (const secret of [clinician.sub, patient.sub, clinician.name, patient.name, 'participants":[', 'knocks":[']) {
    expect(heard).not.toContain(secret);
  }
  expect(page.frames.every((frame) => !frame.includes('"type":"signal"'))).toBe(true);
  expect(clinicianPage.frames.slice(before.clinician).join()).not.toContain('"type":"signal"');
  expect(patientPage.frames.slice(before.patient).join()).not.toContain(intruder.sub);
  expect(page.view?.self.admission).toBe('kept-waiting');
  expect(page.view?.room).toBeNull();
});

it('sends somebody at the door nothing at all when something happens inside', async () => {
  const { clinicianPage, patient, patientPage } = await house.visit();
  const page = await house.enter(await house.clinic.person('family'));
  const { length } = page.frames;
  await patientPage.act({ type: 'raiseHand', raised: true });
  await clinicianPage.act({ type: 'lock', locked: true });
  await clinicianPage.act({ type: 'remove', participant: patient.sub });
  // An answer to themselves is the next thing they hear.
  await page.act({ type: 'cancelKnock' });
  expect(page.frames.slice(length).map((frame) => (JSON.parse(frame) as { type: string }).type)).toEqual(['done']);
});
