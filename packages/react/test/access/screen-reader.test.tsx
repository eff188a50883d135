import { demonstration, type Policy } from '@quietroom/core';
import { createFakeRoom, until, visitOfFour } from '@quietroom/testing';
import { expect, it } from 'vitest';
import { usedByAPerson } from './as-a-person.ts';
import { openVisit } from './open-visit.tsx';
import { activate, announced, hears, listen, namesInAttributes, readThrough } from './screen-reader.ts';

usedByAPerson();

const policy: Policy = { ...demonstration, recording: 'cloud', keepsDays: 30 };
const clinicianName = 'Dr. Orrin Thackwhistle';

/** These come in this order; others may come between them. */
function expectInOrder(read: readonly string[], wanted: readonly (string | RegExp)[]): void {
  let at = -1;
  for (const one of wanted) {
    const next = read.findIndex(
      (phrase, index) => index > at && (typeof one === 'string' ? phrase === one : one.test(phrase)),
    );
    expect(next, `${String(one)} after “${read[at] ?? 'the beginning'}” in\n${read.join('\n')}`).toBeGreaterThan(at);
    at = next;
  }
}

it('1.3.1, 1.3.2, 2.4.6, 3.3.2, 4.1.2, 4.1.3: a patient hears the whole visit in an order that makes sense', async () => {
  const room = createFakeRoom();
  const clinician = room.personJoins({ role: 'clinician', name: clinicianName });
  await clinician.arrived;
  const visit = room.createVisit({ policy });
  await openVisit({ room, visit });
  await listen();

  const home = await readThrough();
  expectInOrder(home, [
    'region, Video visit',
    'heading, Check your camera and microphone, level 2',
    'Nobody can see or hear you yet.',
    'button, Unmute microphone',
    'button, Turn camera on',
    /^button, Ask to join, A clinician will let you in\./,
    'end of region, Video visit',
  ]);
  expect(home.filter((phrase) => phrase.startsWith('heading, '))).toHaveLength(1);

  await activate(/^button, Ask to join/);
  expect(await hears('The clinic knows')).toEqual(['polite: The clinic knows you are here. Please wait to be let in.']);
  expectInOrder(await readThrough(), [
    'heading, You are in the waiting room, level 2',
    'Your request has arrived. A clinician will let you in when they are ready.',
    'Nobody can see or hear you until you are let in.',
    'button, Cancel request',
    /If this is an emergency/,
  ]);

  room.admitsYou();
  await until(visit.messages.state, ({ recipients }) => recipients.length === 1);
  expect(await hears(`${clinicianName} joined.`)).toEqual([
    'polite: You are in the visit.',
    `polite: ${clinicianName} joined.`,
  ]);
  expectInOrder(await readThrough(), [
    'heading, Visit in progress, level 2',
    'list, People in the visit',
    new RegExp(`^${clinicianName}`),
    'end of list, People in the visit',
    'group, Your camera',
    /^toolbar, Visit controls/,
    'button, Unmute microphone',
    'button, Turn camera on',
    /^button, Chat, not expanded/,
    'button, Leave visit',
  ]);
  expect(namesInAttributes([clinicianName])).toEqual([]);

  await activate(/^button, Unmute microphone/);
  expect(await hears('Microphone on.')).toEqual(['polite: Microphone on.']);
  await activate(/^button, Mute microphone/);
  await hears('Microphone muted.');

  await clinician.says('Good morning.');
  expect((await hears('New message')).at(-1)).toBe(`polite: New message from ${clinicianName}.`);
  await activate(/^button, Chat.*1 unread message.*, not expanded/);
  await until(visit.messages.state, ({ conversations }) => conversations[clinician.id]?.unread === 0);
  const chat = await readThrough();
  expectInOrder(chat, [
    'complementary, Chat',
    'heading, Chat, level 3',
    /^button, Close chat/,
    /^listbox, Message to/,
    new RegExp(`^option, ${clinicianName}.*selected`),
    'A message goes to one person and to nobody else. Nothing is kept after the visit.',
    new RegExp(`^log, Conversation ${clinicianName}`),
    'Good morning.',
    /^textbox, Message/,
    /^button, Send, .*disabled/,
  ]);
  expect(namesInAttributes([clinicianName])).toEqual([]);

  await clinician.asksToAgree();
  await until(visit.consent.state, ({ recording }) => recording.own === 'asked');
  await expect.poll(() => document.querySelector('[role=alertdialog]')).not.toBeNull();
  const question = await readThrough();
  expectInOrder(question, [
    /^alertdialog, Do you agree to a recording of this visit\?/,
    /^heading, Do you agree to a recording of this visit\?/,
    /asks everybody in the visit/,
    /every screen that is shared/,
    /You may say no/,
    'button, No, I do not agree',
    'button, I agree',
  ]);
  // Nothing behind the question is read while it waits for an answer.
  expect(question.filter((phrase) => phrase.startsWith('toolbar'))).toEqual([]);
  await activate(/^button, I agree/);
  await until(visit.consent.state, ({ recording }) => recording.own === 'agreed');
  await expect.poll(() => document.querySelector('[role=alertdialog]')).toBeNull();

  room.endsVisit('ended-for-everyone');
  await hears('assertive: ');
  const over = await readThrough();
  expectInOrder(over, ['region, Video visit', /^heading, .*, level 2$/]);
  expect(over.join(' ')).not.toContain(clinicianName);
});

it('4.1.3: what cannot wait interrupts, what can waits, and nothing is said twice', async () => {
  const { room, visit, people, ready } = visitOfFour();
  await ready;
  await openVisit({ room, visit });
  await visit.perform({ type: 'setMicrophone', on: true });
  await listen();

  people.patient.raisesHand();
  people.patient.lowersHand();
  people.patient.raisesHand();
  people.interpreter.mutesYou();
  const together = await hears('muted your microphone');
  expect(together.filter((phrase) => phrase.startsWith('assertive: '))).toEqual([
    'assertive: Nadir Plimsollvane muted your microphone.',
  ]);
  await hears('raised a hand');
  // The hand came first; what interrupts is said before it all the same, and does not silence it.
  expect((await announced()).filter((phrase) => /hand|muted your/.test(phrase))).toEqual([
    'assertive: Nadir Plimsollvane muted your microphone.',
    'polite: Zylphia Quonsett raised a hand.',
  ]);

  room.interruptsLink();
  await hears('assertive: The connection was interrupted.');
  room.restoresLink();
  await hears('polite: The connection is back.');

  const many = Array.from({ length: 5 }, (_, index) =>
    room.personJoins({ role: 'observer', name: `Quimby Vexwood ${index + 1}` }),
  );
  await Promise.all(many.map(({ arrived }) => arrived));
  await until(visit.state, ({ participants }) => many.every(({ id }) => participants[id]?.verified === true));
  await hears('joined.');
  const all = await announced();
  expect(new Set(all).size).toBe(all.length);
  expect(namesInAttributes(['Quonsett', 'Plimsollvane', 'Umbertone', 'Vexwood'])).toEqual([]);
});

it('1.3.1, 2.4.6: a clinician hears who asks to join, and every button says whom it is about', async () => {
  const room = createFakeRoom({ role: 'clinician' });
  const visit = room.createVisit();
  await openVisit({ room, visit });
  await listen();
  await activate(/^button, Join visit/);
  await hears('polite: You are in the visit.');
  const patient = room.personKnocks({ role: 'patient', name: 'Zylphia Quonsett' });
  await patient.arrived;
  await hears('polite: Zylphia Quonsett asks to join.');
  expectInOrder(await readThrough(), [
    /^region, Waiting to join/,
    /^heading, Waiting to join.*, level 3$/,
    /^button, Admit Zylphia Quonsett/,
    /^button, Keep waiting Zylphia Quonsett/,
    /^button, Decline Zylphia Quonsett/,
    /^end of region, Waiting to join/,
  ]);
  expect(namesInAttributes(['Quonsett'])).toEqual([]);
});
