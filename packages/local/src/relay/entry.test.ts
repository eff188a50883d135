import { createOpaqueId } from '@quietroom/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClinic } from '../../test/clinic.ts';
import { openRelayHouse, type RelayHouse } from '../../test/relay-house.ts';
import { toBase64url } from '../protocol/base64url.ts';

let house: RelayHouse;
beforeEach(async () => {
  house = await openRelayHouse();
});
afterEach(() => house.close());

it('lets a clinician in with their pass and its key', async () => {
  const clinician = await house.clinic.person('clinician');
  const page = await house.enter(clinician);
  expect(page.view).toMatchObject({ self: { id: clinician.sub, admission: 'admitted' }, room: { participants: [] } });
});

it('seats a patient at the door, where there is nothing to see', async () => {
  const patient = await house.clinic.person('patient');
  const page = await house.enter(patient);
  expect(page.view).toMatchObject({ self: { id: patient.sub, admission: 'outside' }, room: null });
});

it('refuses a pass that somebody else signed', async () => {
  const forger = await createClinic(() => house.clock.now());
  const patient = await house.clinic.person('patient');
  const { thumbprint } = patient.keys;
  const page = await house.dial();
  await page.hello(patient, await (await forger.person('clinician')).pass({ visit: house.clinic.visit, thumbprint }));
  expect((await page.next('denied')).code).toBe('pass-refused');
});

it('says when a pass has expired', async () => {
  const patient = await house.clinic.person('patient');
  const now = house.clock.now();
  const page = await house.dial();
  await page.hello(patient, await patient.pass({ issued: now - 120_000, expires: now - 60_000 }));
  expect((await page.next('denied')).code).toBe('pass-expired');
  await page.closed;
});

it('refuses a pass for another visit', async () => {
  const patient = await house.clinic.person('patient');
  const page = await house.dial();
  await page.hello(patient, await patient.pass({ visit: createOpaqueId(crypto) }));
  expect((await page.next('denied')).code).toBe('pass-refused');
});

it('refuses a stolen pass handed in with the thief’s own key', async () => {
  const victim = await house.clinic.person('clinician');
  const page = await house.dial();
  await page.hello(await house.clinic.person('clinician'), await victim.pass());
  expect((await page.next('denied')).code).toBe('pass-refused');
});

it('refuses a stolen pass handed in with the victim’s public key, which the thief cannot prove', async () => {
  const victim = await house.clinic.person('clinician');
  const thief = await house.clinic.person('clinician');
  const page = await house.dial();
  await page.hello({ ...thief, keys: { ...thief.keys, publicKey: victim.keys.publicKey } }, await victim.pass());
  expect((await page.next('denied')).code).toBe('pass-refused');
  expect(house.rooms()).toBe(0);
});

it('refuses an answer to an earlier challenge', async () => {
  const victim = await house.clinic.person('clinician');
  const pass = await victim.pass();
  const overheard = await house.dial();
  await overheard.next('challenge');
  const page = await house.dial();
  const { publicKey } = victim.keys;
  await page.next('challenge');
  page.send({ type: 'enter', pass, publicKey: toBase64url(publicKey), answer: toBase64url(new Uint8Array(32)) });
  expect((await page.next('denied')).code).toBe('pass-refused');
});

it('closes a socket that asks for anything before it has entered', async () => {
  const page = await house.dial();
  page.send({ type: 'action', request: 1, action: { type: 'knock' } });
  expect(await page.closed).toBe(4400);
});

it('closes a socket that says nothing for 10 s', async () => {
  const page = await house.dial();
  await page.next('challenge');
  house.clock.pass(10_000);
  expect(await page.closed).toBe(4400);
});

it('replaces a page by a newer one of the same person, who starts again at the door', async () => {
  const { patient, patientPage, clinicianPage } = await house.visit();
  house.clock.pass(1000);
  const reloaded = await house.enter(await house.clinic.person('patient', patient.sub));
  expect((await patientPage.next('ended')).reason).toBe('replaced');
  expect(reloaded.view?.self.admission).toBe('outside');
  await clinicianPage.until((view) => view.room?.participants.length === 0);
});

it('refuses an older pass than the one somebody is in with', async () => {
  const { patient, patientPage } = await house.visit();
  const other = await house.clinic.person('patient', patient.sub);
  const page = await house.dial();
  await page.hello(other, await other.pass({ issued: house.clock.now() - 60_000 }));
  expect((await page.next('denied')).code).toBe('pass-refused');
  expect(await patientPage.act({ type: 'raiseHand', raised: true })).toBeNull();
});

it('gives the same page its place back when it enters anew with the same key', async () => {
  const { patient, patientPage, clinicianPage } = await house.visit();
  const session = patientPage.view?.self.session;
  patientPage.cut();
  await clinicianPage.until((view) => view.room?.participants[0]?.present === false);
  const back = await house.enter(patient);
  expect(back.view?.self).toMatchObject({ admission: 'admitted', session });
});

it('is full at the fourth, and lets the fourth back in', async () => {
  const { clinicianPage } = await house.visit();
  for (const role of ['interpreter', 'family'] as const) {
    const companion = await house.clinic.person(role);
    const page = await house.enter(companion);
    await page.act({ type: 'knock' });
    expect(await clinicianPage.act({ type: 'admit', participant: companion.sub })).toBeNull();
  }
  const page = await house.dial();
  await page.hello(await house.clinic.person('observer'));
  expect((await page.next('denied')).code).toBe('room-full');
});

it('admits nobody beyond the limit, however many wait', async () => {
  await house.close();
  house = await openRelayHouse({ maximumParticipants: 2 });
  const family = await house.clinic.person('family');
  const waiting = await house.enter(family);
  await waiting.act({ type: 'knock' });
  const { clinicianPage } = await house.visit();
  expect(await clinicianPage.act({ type: 'admit', participant: family.sub })).toBe('room-full');
});

it('speaks only to the pages it was told to, when it was told', async () => {
  await house.close();
  house = await openRelayHouse({ origins: ['https://visits.clinic.example'] });
  await expect(house.dial({ origin: 'https://elsewhere.example' })).rejects.toThrow('403');
  await expect(house.dial({ origin: 'https://visits.clinic.example' })).resolves.toBeDefined();
});

it('knows only rooms named by an opaque id', async () => {
  await expect(house.dial({ room: 'zylphia-quonsett' })).rejects.toThrow('400');
});

it('forgets a room when the last one leaves', async () => {
  const page = await house.enter(await house.clinic.person('clinician'));
  expect(house.rooms()).toBe(1);
  page.send({ type: 'leave' });
  await page.closed;
  expect(house.rooms()).toBe(0);
});
