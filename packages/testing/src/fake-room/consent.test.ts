import { demonstration, Refusal, type AuditEvent, type ConsentReceipt, type Policy } from '@quietroom/core';
import { describe, expect, test, vi } from 'vitest';
import { createFakeClock } from '../clock/create-fake-clock.ts';
import { syntheticPeople } from '../scenarios/people.ts';
import { until } from '../until/until.ts';
import { createFakeRoom } from './create-fake-room.ts';

const recorded: Policy = { ...demonstration, recording: 'cloud', captions: true, keepsDays: 30 };
const english = { language: 'en' } as const;
const start = { type: 'setRecording', on: true } as const;

const visitOf = async (role: 'clinician' | 'patient') => {
  const clock = createFakeClock();
  const room = createFakeRoom({ role, environment: { clock }, waits: false });
  const receipts: ConsentReceipt[] = [];
  const audited: AuditEvent[] = [];
  const visit = room.createVisit({
    policy: recorded,
    onConsent: (receipt) => receipts.push(receipt),
    onAudit: (event) => audited.push(event),
  });
  const other = room.personJoins(role === 'clinician' ? syntheticPeople.patient : syntheticPeople.clinician);
  await visit.join();
  await until(visit.messages.state, ({ recipients }) => recipients.includes(other.id));
  await until(visit.consent.state, ({ recording }) => recording.text !== null);
  return { room, visit, other, receipts, audited, clock };
};

/** A clinician's visit that is being recorded with everybody's consent. */
const recording = async () => {
  const made = await visitOf('clinician');
  made.visit.consent.ask('recording', english);
  await made.other.agrees();
  await until(made.visit.consent.state, (state) => state.recording.ready);
  await made.visit.perform(start);
  expect(made.visit.state.get().room.recording).toBe(true);
  return made;
};

describe('a clinician who wants to record', () => {
  test('asks everybody, starts when all have agreed, and the host gets a receipt of each', async () => {
    const { visit, other, room, receipts, audited } = await visitOf('clinician');
    await expect(visit.perform(start)).rejects.toMatchObject({ name: 'Refusal', ruleId: 'Q-CONSENT-FIRST' });
    visit.consent.ask('recording', english);
    await expect(visit.perform(start)).rejects.toBeInstanceOf(Refusal);
    expect(visit.consent.state.get().recording).toMatchObject({ own: 'agreed', missing: [other.id], ready: false });
    await other.agrees();
    await until(visit.consent.state, (state) => state.recording.ready);
    // They may agree before the question has been opened at their page.
    await vi.waitFor(() => {
      expect(other.askedToAgree).toEqual(['recording']);
    });
    expect(room.asks.filter(({ type }) => type === 'setRecording')).toEqual([]);

    await visit.perform(start);
    expect(visit.state.get().room.recording).toBe(true);
    expect(visit.facts.get().mediaStopped).toBe(false);
    const { hash } = visit.consent.state.get().recording.text ?? {};
    expect(
      receipts.map(({ given, pseudonym, text, language, source }) => [given, pseudonym, text, language, source]),
    ).toEqual([
      ['agreed', room.you.pseudonym, hash, 'en', 'self'],
      ['agreed', other.pseudonym, hash, 'en', 'sealed-message'],
    ]);
    expect(audited.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['consent-answered', 'capture-changed', 'action-refused', 'action-performed']),
    );
  });

  test('is told the longest time anything is kept', async () => {
    const { visit } = await visitOf('clinician');
    expect(visit.consent.state.get().recording.text?.english).toContain('Some of it may be kept for up to 30 days.');
    expect(visit.consent.state.get().captions.text?.english).toContain('Nothing of it is kept after the visit.');
  });

  test('admits nobody into a recording: it stops first, and starts again only with their consent', async () => {
    const { visit, room, other } = await recording();
    const family = room.personKnocks(syntheticPeople.family);
    await until(visit.state, ({ knocks }) => knocks[family.id]?.verified === true);
    await visit.perform({ type: 'admit', participant: family.id });
    const order = room.asks.filter(({ type }) => type === 'setRecording' || type === 'admit');
    expect(order).toEqual([start, { type: 'setRecording', on: false }, { type: 'admit', participant: family.id }]);
    await until(visit.messages.state, ({ recipients }) => recipients.includes(family.id));
    await expect(visit.perform(start)).rejects.toBeInstanceOf(Refusal);
    await family.agrees();
    await other.agrees();
    await until(visit.consent.state, (state) => state.recording.ready);
    await visit.perform(start);
    expect(visit.facts.get().mediaStopped).toBe(false);
  });

  test('admits nobody while the recording cannot be stopped', async () => {
    const { visit, room } = await recording();
    const family = room.personKnocks(syntheticPeople.family);
    await until(visit.state, ({ knocks }) => knocks[family.id]?.verified === true);
    room.refusesAction('setRecording', 'action-failed');
    await expect(visit.perform({ type: 'admit', participant: family.id })).rejects.toMatchObject({
      code: 'action-failed',
    });
    expect(family.place).toBe('at the door');
  });

  test('stops it the moment somebody withdraws, and goes on with the visit', async () => {
    const { visit, other, room } = await recording();
    await other.withdraws();
    await until(visit.state, (state) => state.room.recording === false);
    expect(room.asks.at(-1)).toEqual({ type: 'setRecording', on: false });
    expect(visit.facts.get().mediaStopped).toBe(false);
    await expect(visit.perform(start)).rejects.toBeInstanceOf(Refusal);
  });

  test('stops sending when a recorder comes that nobody agreed to', async () => {
    const { visit, room } = await visitOf('clinician');
    await visit.perform({ type: 'setCamera', on: true });
    room.knows({ recording: true });
    expect(room.devices.live()).toEqual([]);
    expect(visit.facts.get().mediaStopped).toBe(true);
  });
});

describe('a patient', () => {
  test('is asked, agrees, and is heard by the clinician; nothing else of it leaves the page in the open', async () => {
    const { visit, other, room, receipts } = await visitOf('patient');
    await other.asksToAgree();
    await until(visit.consent.state, (state) => state.recording.own === 'asked');
    expect(visit.consent.state.get().recording).toMatchObject({ askedBy: other.id, agreed: [other.id] });
    visit.consent.agree('recording', { language: 'es', shown: ['Sí.'] });
    await until(visit.facts, ({ consent }) => consent.recording === 'complete');
    await vi.waitFor(() => {
      expect(receipts.at(-1)).toMatchObject({
        given: 'agreed',
        language: 'es',
        source: 'self',
        shown: expect.stringMatching(/^[\w-]{43}$/) as string,
      });
    });
    room.knows({ recording: true });
    expect(visit.facts.get().mediaStopped).toBe(false);
    const wire = room.carried.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join('');
    expect(wire).not.toMatch(/consent|recording|all-agreed/);
  });

  test('who withdraws stops sending when nobody has stopped it within two seconds', async () => {
    const { visit, other, room, clock } = await visitOf('patient');
    await visit.perform({ type: 'setCamera', on: true });
    await other.asksToAgree();
    await until(visit.consent.state, (state) => state.recording.own === 'asked');
    visit.consent.agree('recording', english);
    room.knows({ recording: true });
    visit.consent.withdraw('recording');
    clock.advance(1_900);
    expect(visit.facts.get()).toMatchObject({ mediaStopped: false, consent: { recording: 'withdrawing' } });
    clock.advance(200);
    expect(visit.facts.get().mediaStopped).toBe(true);
    expect(room.devices.live()).toEqual([]);
  });

  test('keeps sending when it was stopped in time', async () => {
    const { visit, other, room, clock } = await visitOf('patient');
    await visit.perform({ type: 'setCamera', on: true });
    await other.asksToAgree();
    await until(visit.consent.state, (state) => state.recording.own === 'asked');
    visit.consent.agree('recording', english);
    room.knows({ recording: true });
    visit.consent.withdraw('recording');
    clock.advance(1_000);
    room.knows({ recording: false });
    clock.advance(5_000);
    expect(visit.facts.get().mediaStopped).toBe(false);
    expect(room.devices.live()).not.toEqual([]);
  });

  test('forgets it all with the visit', async () => {
    const { visit, other, room } = await visitOf('patient');
    await other.asksToAgree();
    await until(visit.consent.state, (state) => state.recording.own === 'asked');
    visit.consent.agree('recording', english);
    await visit.leave();
    expect(visit.consent.state.get().recording).toMatchObject({ own: 'not-asked', text: null });
    await visit.join();
    await until(visit.consent.state, (state) => state.recording.text !== null);
    room.knows({ recording: true });
    expect(visit.facts.get().mediaStopped).toBe(true);
  });
});

test('where the policy allows no recording, nobody can be asked', async () => {
  const room = createFakeRoom({ role: 'clinician' });
  const visit = room.createVisit();
  const patient = room.personJoins(syntheticPeople.patient);
  await visit.join();
  await until(visit.messages.state, ({ recipients }) => recipients.includes(patient.id));
  visit.consent.ask('recording', english);
  expect(visit.consent.state.get().recording).toMatchObject({ text: null, own: 'not-asked' });
  await expect(visit.perform(start)).rejects.toMatchObject({ ruleId: 'W1-18' });
});
