// What the room is, and what comes into it, reaches core as facts, and core acts on them: whole visits, over the
// unmodified client.
import { createOpaqueId, Refusal, type OpaqueId, type RoomAction, type Visit } from '@quietroom/core';
import { admits, eventually, idOf, openClinic, othersOf, verified, type Clinic } from '@quietroom/testing/conformance';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adapterFor, leadToStandIn, roomOf, vendor } from '../test/clinic-rooms.ts';
import { hurried } from '../test/hurried.ts';

let visit: OpaqueId;
let clinic: Clinic;
const control = vendor();

const brokenIn = (page: Visit): readonly string[] => page.state.get().findings.map(({ ruleId }) => ruleId);
const reasonsOf = (page: Visit): readonly string[] => {
  const { phase } = page.state.get();
  return phase.name === 'ended' ? (phase.findings ?? []).map(({ ruleId }) => ruleId) : [];
};
const statusOf = (page: Visit): readonly string[] => {
  const { microphone, camera } = page.media.state.get();
  return [microphone.status, camera.status];
};
/** A clinician and a patient who send picture and sound. */
const together = async () => {
  const [clinician, patient] = [clinic.visitOf('clinician'), clinic.visitOf('patient')];
  for (const page of [clinician, patient]) {
    await Promise.all([page.media.prepare('microphone'), page.media.prepare('camera')]);
  }
  await clinician.join();
  await admits(clinician, patient);
  await eventually(() => [clinician, patient].every((page) => page.state.get().self.sending.camera));
  return { clinician, patient };
};

beforeAll(leadToStandIn);
beforeEach(async () => {
  visit = createOpaqueId(crypto);
  clinic = await openClinic(visit, adapterFor);
});
afterEach(async () => {
  await control.clearScript();
  await clinic.close();
  await control.forget();
});

describe('in the middle of a visit', () => {
  it.each([
    {
      what: 'a stream to the outside',
      rule: 'Q-NO-STREAMING',
      happens: (room: string) => control.robotEnters(room, 'streamer'),
    },
    {
      what: 'a recorder',
      rule: 'Q-NO-UNCONSENTED-RECORDING',
      happens: (room: string) => control.robotEnters(room, 'recorder'),
    },
    { what: 'the lock gone', rule: 'W1-04', happens: (room: string) => control.setLocked(room, false) },
  ])('$what stops everybody’s picture and sound within a second, and keeps them stopped', async ({ rule, happens }) => {
    const { clinician, patient } = await together();
    const { room } = await roomOf(visit);
    const before = performance.now();
    await happens(room);
    for (const page of [clinician, patient]) {
      await eventually(() => statusOf(page).every((status) => status === 'off'));
      expect(brokenIn(page)).toContain(rule);
    }
    expect(performance.now() - before).toBeLessThan(1000);
    for (const page of [clinician, patient]) {
      await eventually(() => !page.state.get().self.sending.camera && !page.state.get().self.sending.microphone);
      await expect(page.perform({ type: 'setCamera', on: true })).rejects.toMatchObject({ ruleId: 'Q-TRIPWIRE' });
    }
  });
});

it.each(['recorder', 'streamer'] as const)(
  'a %s that was there first keeps everybody out, with nothing sent and the reason said',
  async (robot) => {
    await control.robotEnters((await roomOf(visit)).room, robot);
    const clinician = clinic.visitOf('clinician', { environment: hurried() });
    await clinician.media.prepare('camera');
    await clinician.join();
    await eventually(() => clinician.state.get().phase.name === 'ended');
    const ruleId = robot === 'recorder' ? 'Q-NO-UNCONSENTED-RECORDING' : 'Q-NO-STREAMING';
    expect(clinician.state.get().phase).toMatchObject({ reason: 'refused' });
    expect(reasonsOf(clinician)).toContain(ruleId);
    expect(clinician.audit.get().map(({ type }) => type)).not.toContain('visit-joined');
    expect(statusOf(clinician)).toEqual(['off', 'off']);
    await eventually(async () => (await control.inspect()).connections === 0);
  },
);

it('an unlocked room is left by everybody but a clinician, who locks it', async () => {
  const { room } = await roomOf(visit, { locked: false });
  const patient = clinic.visitOf('patient', { environment: hurried() });
  await patient.media.prepare('camera');
  await patient.join();
  await eventually(() => patient.state.get().phase.name === 'ended');
  expect(patient.state.get().phase).toMatchObject({ reason: 'refused' });
  expect(reasonsOf(patient)).toEqual(['W1-04']);
  expect(statusOf(patient)).toEqual(['off', 'off']);
  await eventually(async () => (await control.inspect(room)).clients.length === 0);

  const clinician = clinic.visitOf('clinician');
  await clinician.join();
  expect(clinician.state.get().phase.name).toBe('joined');
  expect(brokenIn(clinician)).toEqual([]);
  expect(await control.inspect(room)).toMatchObject({ locked: true });
});

describe('a room with a media server', () => {
  it('is a warning that everybody can read, and a visit with sealed messages all the same; leaving leaves nothing', async () => {
    const { room } = await roomOf(visit, { mode: 'group' });
    const [clinician, patient] = [clinic.visitOf('clinician'), clinic.visitOf('patient')];
    for (const page of [clinician, patient]) await page.media.prepare('camera');
    await clinician.join();
    await admits(clinician, patient);
    await eventually(
      () => verified(clinician, 'patient') !== undefined && verified(patient, 'clinician') !== undefined,
    );
    for (const page of [clinician, patient]) {
      expect(page.state.get().room.mediaServer).toBe(true);
      await eventually(() => brokenIn(page).includes('W2-04'));
      await eventually(() => page.state.get().self.sending.camera);
    }
    await clinician.messages.send(idOf(patient), 'The vendor’s server sees the picture.');
    const written = () => clinician.messages.state.get().conversations[idOf(patient)]?.messages[0];
    await eventually(() => written()?.delivery === 'delivered');
    await patient.perform({ type: 'setCamera', on: false });
    await patient.perform({ type: 'setCamera', on: true });
    await eventually(() => othersOf(clinician).length === 1);
    for (const page of [patient, clinician]) await page.leave();
    await eventually(async () => (await control.inspect()).connections === 0);
    expect((await control.inspect(room)).clients).toEqual([]);
    expect(statusOf(patient)).toEqual(['off', 'off']);
  });
});

it('the client would send a patient’s orders; our gate, by their pass, does not let them get that far', async () => {
  const { patient } = await together();
  const waiting = clinic.visitOf('family');
  await waiting.join();
  await control.forget();
  const orders: readonly RoomAction[] = [
    { type: 'admit', participant: idOf(waiting) },
    { type: 'decline', participant: idOf(waiting) },
    { type: 'setRecording', on: true },
    { type: 'setCaptions', on: true },
    { type: 'lock', locked: true },
    { type: 'endForEveryone' },
  ];
  for (const order of orders) await expect(patient.perform(order)).rejects.toBeInstanceOf(Refusal);
  // By the same line, so whatever was asked before has arrived.
  await patient.perform({ type: 'raiseHand', raised: true });
  await eventually(async () => (await control.received()).some(({ name }) => name === 'send_client_metadata'));
  const asked = (await control.received()).map(({ name }) => name);
  for (const name of ['handle_knock', 'start_recording', 'live_captions_enabled', 'set_lock', 'kick_client']) {
    expect(asked).not.toContain(name);
  }
});
