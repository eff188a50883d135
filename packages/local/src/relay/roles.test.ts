import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRelayHouse, type RelayHouse } from '../../test/relay-house.ts';

let house: RelayHouse;
beforeEach(async () => {
  house = await openRelayHouse();
});
afterEach(() => house.close());

it('refuses every clinician’s command to an admitted patient', async () => {
  const { clinician, clinicianPage, patientPage } = await house.visit();
  const family = await house.clinic.person('family');
  const familyPage = await house.enter(family);
  await familyPage.act({ type: 'knock' });
  const { length } = clinicianPage.frames;
  for (const type of ['admit', 'keepWaiting', 'decline'] as const) {
    expect(await patientPage.act({ type, participant: family.sub })).toBe('action-failed');
  }
  for (const type of ['remove', 'mute', 'askToUnmute'] as const) {
    expect(await patientPage.act({ type, participant: clinician.sub })).toBe('action-failed');
  }
  expect(await patientPage.act({ type: 'lock', locked: true })).toBe('action-failed');
  expect(await patientPage.act({ type: 'endForEveryone' })).toBe('action-failed');
  expect(familyPage.view?.self.admission).toBe('knocking');
  expect(clinicianPage.frames.length).toBe(length);
});

it('passes on who muted somebody, and who asks them to unmute', async () => {
  const { clinician, clinicianPage, patient, patientPage } = await house.visit();
  await clinicianPage.act({ type: 'mute', participant: patient.sub });
  expect(await patientPage.next('notice')).toEqual({ type: 'notice', notice: 'muted-by', by: clinician.sub });
  const from = patientPage.count;
  await clinicianPage.act({ type: 'askToUnmute', participant: patient.sub });
  expect(await patientPage.next('notice', from)).toMatchObject({ notice: 'asked-to-unmute' });
});

it('shows a raised hand to the others', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  await patientPage.act({ type: 'raiseHand', raised: true });
  await clinicianPage.until(({ room }) => room?.participants[0]?.handRaised === true);
});

it('removes somebody for the rest of the visit', async () => {
  const { clinicianPage, patient, patientPage } = await house.visit();
  await clinicianPage.act({ type: 'remove', participant: patient.sub });
  expect((await patientPage.next('ended')).reason).toBe('removed');
  house.clock.pass(1000);
  const again = await house.enter(await house.clinic.person('patient', patient.sub));
  again.send({ type: 'action', request: 1, action: { type: 'knock' } });
  expect((await again.next('ended')).reason).toBe('removed');
  expect(clinicianPage.view?.room).toMatchObject({ participants: [], knocks: [] });
});

it('does not let a removed person back with the secret of their seat', async () => {
  const { clinicianPage, patient, patientPage } = await house.visit();
  await clinicianPage.act({ type: 'remove', participant: patient.sub });
  const page = await house.dial();
  page.send({ type: 'resume', secret: patientPage.secret });
  expect((await page.next('denied')).code).toBe('resume-refused');
});

it('ends the visit for everyone, also for those who wait', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  const waiting = await house.enter(await house.clinic.person('family'));
  await waiting.act({ type: 'knock' });
  clinicianPage.send({ type: 'action', request: 99, action: { type: 'endForEveryone' } });
  for (const page of [clinicianPage, patientPage, waiting]) {
    expect((await page.next('ended')).reason).toBe('ended-for-everyone');
  }
  expect(house.rooms()).toBe(0);
});

it('lets companions stay when the clinician goes', async () => {
  const { clinicianPage, patientPage } = await house.visit();
  clinicianPage.send({ type: 'leave' });
  await patientPage.until(({ room }) => room?.participants.length === 0);
  expect(await patientPage.act({ type: 'raiseHand', raised: true })).toBeNull();
});

it('says that somebody is gone rather than acting on nobody', async () => {
  const { clinicianPage, patient, patientPage } = await house.visit();
  patientPage.send({ type: 'leave' });
  await patientPage.closed;
  for (const type of ['mute', 'remove', 'admit', 'askToUnmute'] as const) {
    expect(await clinicianPage.act({ type, participant: patient.sub })).toBe('participant-gone');
  }
});

it('carries words of set-up between the admitted, from whom they really come', async () => {
  const { clinician, clinicianPage, patient, patientPage } = await house.visit();
  const signal = { kind: 'description', attempt: 1, type: 'offer', sdp: 'v=0' };
  clinicianPage.send({ type: 'signal', to: patient.sub, session: patientPage.view?.self.session, signal });
  expect(await patientPage.next('signal')).toEqual({
    type: 'signal',
    from: clinician.sub,
    session: clinicianPage.view?.self.session,
    signal,
  });
});

it('drops words of set-up meant for an earlier page', async () => {
  const { clinicianPage, patient, patientPage } = await house.visit();
  const signal = { kind: 'again', attempt: 1 };
  clinicianPage.send({ type: 'signal', to: patient.sub, session: 1, signal });
  await clinicianPage.act({ type: 'mute', participant: patient.sub });
  await patientPage.next('notice');
  expect(patientPage.frames.join()).not.toContain('"type":"signal"');
});

it('tells the host what happened without a name, a pass or a word', async () => {
  const { clinician, patient } = await house.visit();
  const told = JSON.stringify(house.events);
  expect(house.events.map(({ type }) => type)).toEqual(['room-opened', 'entered', 'entered', 'knocked', 'admitted']);
  for (const name of [clinician.name, patient.name, await patient.pass()]) expect(told).not.toContain(name);
});
