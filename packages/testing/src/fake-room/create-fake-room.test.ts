import { roomErrorCodes, type Visit } from '@quietroom/core';
import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../clock/create-fake-clock.ts';
import { syntheticPeople } from '../scenarios/people.ts';
import { until } from '../until/until.ts';
import { createFakeRoom } from './create-fake-room.ts';

const phaseIs = (visit: Visit, name: string) => until(visit.state, ({ phase }) => phase.name === name);

describe('a patient asks to join', () => {
  test('and waits, is kept waiting, and is let in', async () => {
    const room = createFakeRoom({ role: 'patient' });
    const visit = room.createVisit();
    expect(visit.state.get().phase.name).toBe('ready');

    await visit.join();
    expect(visit.state.get().phase.name).toBe('knocking');
    expect(room.asks).toEqual([{ type: 'knock' }]);

    room.keepsYouWaiting();
    expect(visit.state.get().phase.name).toBe('kept-waiting');

    room.admitsYou();
    await phaseIs(visit, 'joined');
  });

  test('and learns nothing of those inside before being let in', async () => {
    const room = createFakeRoom({ role: 'patient' });
    const clinician = room.personJoins(syntheticPeople.clinician);
    const visit = room.createVisit();
    await clinician.arrived;
    await visit.join();

    clinician.mutes();
    clinician.raisesHand();
    expect(visit.state.get().order).toEqual([]);
    expect(room.carried).toEqual([]);

    room.admitsYou();
    await until(visit.state, ({ participants }) => participants[clinician.id]?.verified === true);
    expect(visit.state.get().participants[clinician.id]).toMatchObject({
      role: 'clinician',
      pseudonym: clinician.pseudonym,
      handRaised: true,
      microphone: { sending: false },
    });
  });

  test('and cancels', async () => {
    const room = createFakeRoom({ role: 'patient' });
    const visit = room.createVisit();
    await visit.join();
    await visit.leave();
    expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'cancelled' });
    expect(room.closings).toEqual(['cancelled']);
  });

  test.each(['declined', 'removed', 'ended-for-everyone', 'replaced'] as const)(
    'and the visit ends: %s',
    async (reason) => {
      const room = createFakeRoom({ role: 'patient' });
      const visit = room.createVisit();
      await visit.join();
      room.endsVisit(reason);
      expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason });
    },
  );

  test.each(roomErrorCodes)('and connecting fails: %s', async (code) => {
    const room = createFakeRoom({ role: 'patient' });
    room.refusesConnection(code);
    const visit = room.createVisit();
    await visit.join();
    expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'failed', error: { code } });
  });

  test('and leaves while the connection is still being made', async () => {
    const room = createFakeRoom({ role: 'patient' });
    const connects = room.holdsConnection();
    const visit = room.createVisit();
    const joining = visit.join();
    await phaseIs(visit, 'connecting');
    await visit.leave();
    connects();
    await joining;
    expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'cancelled' });
  });
});

describe('a clinician', () => {
  const host = async () => {
    const room = createFakeRoom({ role: 'clinician' });
    const visit = room.createVisit();
    await visit.join();
    return { room, visit };
  };

  test('sees who knocks, proved by their pass, and admits them', async () => {
    const { room, visit } = await host();
    const patient = room.personKnocks(syntheticPeople.patient);
    await until(visit.state, ({ knocks }) => knocks[patient.id]?.verified === true);
    expect(visit.state.get().knocks[patient.id]).toMatchObject({ role: 'patient', sub: patient.sub });
    expect(room.roster.get(patient.sub)?.name).toBe('Zylphia Quonsett');

    await visit.perform({ type: 'keepWaiting', participant: patient.id });
    expect(visit.state.get().knocks[patient.id]?.keptWaiting).toBe(true);

    await visit.perform({ type: 'admit', participant: patient.id });
    expect(patient.place).toBe('inside');
    expect(visit.state.get().knockOrder).toEqual([]);
    await until(visit.state, ({ participants }) => participants[patient.id]?.verified === true);
  });

  test.each(['none', 'forged', 'expired', 'other-visit', 'other-key'] as const)(
    'is told of no role when somebody comes with a pass that does not count: %s',
    async (pass) => {
      const { room, visit } = await host();
      const stranger = room.personJoins({ role: 'clinician', pass });
      const honest = room.personJoins(syntheticPeople.patient);
      await until(visit.state, ({ participants }) => participants[honest.id]?.verified === true);
      expect(visit.state.get().participants[stranger.id]).toMatchObject({
        role: 'guest',
        verified: false,
        pseudonym: null,
      });
      expect(visit.messages.state.get().recipients).toEqual([honest.id]);
    },
  );

  test('mutes somebody, asks them to unmute, declines and removes', async () => {
    const { room, visit } = await host();
    const patient = room.personJoins(syntheticPeople.patient);
    const other = room.personKnocks(syntheticPeople.family);
    await Promise.all([patient.arrived, other.arrived]);

    await visit.perform({ type: 'mute', participant: patient.id });
    expect(patient.unmuted).toBe(false);
    expect(visit.state.get().participants[patient.id]?.microphone?.sending).toBe(false);
    await visit.perform({ type: 'askToUnmute', participant: patient.id });
    expect(patient.timesAskedToUnmute).toBe(1);

    await visit.perform({ type: 'decline', participant: other.id });
    expect(other.place).toBe('declined');
    await visit.perform({ type: 'remove', participant: patient.id });
    expect(patient.place).toBe('removed');
    expect(visit.state.get().order).toEqual([]);
  });

  test('is told when an action fails, and sees the true state', async () => {
    const { room, visit } = await host();
    room.refusesAction('lock', 'action-failed');
    await expect(visit.perform({ type: 'lock', locked: true })).rejects.toMatchObject({ code: 'action-failed' });
    expect(visit.state.get().room.locked).toBe(false);
    room.refusesAction('lock', null);
    await visit.perform({ type: 'lock', locked: true });
    expect(visit.state.get().room.locked).toBe(true);
  });
});

describe('in a visit of two', () => {
  const two = async () => {
    const room = createFakeRoom({ role: 'clinician' });
    const audited: string[] = [];
    const visit = room.createVisit({
      onAudit: (event) => {
        audited.push(event.type === 'envelope-dropped' ? `${event.type} ${event.reason}` : event.type);
      },
    });
    const patient = room.personJoins(syntheticPeople.patient);
    await visit.join();
    await until(visit.messages.state, ({ recipients }) => recipients.includes(patient.id));
    return { room, visit, patient, audited };
  };

  test('messages are sealed, opened by their recipient and confirmed', async () => {
    const { room, visit, patient } = await two();
    const text = 'Take one tablet at breakfast.';
    await visit.messages.send(patient.id, text);
    await until(
      visit.messages.state,
      (state) => state.conversations[patient.id]?.messages[0]?.delivery === 'delivered',
    );
    await patient.opens(text);
    expect(patient.received).toEqual([text]);
    const bytes = room.carried.map((carried) => new TextDecoder('latin1').decode(carried.bytes)).join('');
    expect(bytes).not.toContain('tablet');

    await patient.says('Thank you.');
    await until(visit.messages.state, (state) => state.conversations[patient.id]?.messages.length === 2);
    expect(visit.messages.state.get().conversations[patient.id]?.messages[1]).toMatchObject({
      from: 'them',
      text: 'Thank you.',
    });
  });

  test('a message that cannot be handed over fails and can be sent again', async () => {
    const { room, visit, patient } = await two();
    room.refusesDelivery('message-not-delivered');
    const id = await visit.messages.send(patient.id, 'Once more.').catch(() => null);
    const sent = () => visit.messages.state.get().conversations[patient.id]?.messages[0];
    await until(visit.messages.state, () => sent()?.delivery === 'failed');
    room.refusesDelivery(null);
    await visit.messages.retry(id ?? sent()!.id);
    await until(visit.messages.state, () => sent()?.delivery === 'delivered');
    await patient.opens('Once more.');
    expect(patient.received).toEqual(['Once more.']);
  });

  test('malformed and repeated bytes are dropped and audited', async () => {
    const { visit, patient, audited } = await two();
    await patient.says('Only once.');
    await until(visit.messages.state, (state) => state.conversations[patient.id]?.messages.length === 1);
    patient.sendsBytes(new Uint8Array([1, 2, 3]));
    patient.repeatsEverything();
    await until(visit.audit, () => audited.includes('envelope-dropped replayed'));
    expect(
      audited.some((line) => line === 'envelope-dropped malformed' || line === 'envelope-dropped unknown-version'),
    ).toBe(true);
    expect(visit.messages.state.get().conversations[patient.id]?.messages).toHaveLength(1);
  });

  test('what the other does is seen', async () => {
    const { room, visit, patient } = await two();
    const theirs = () => visit.state.get().participants[patient.id];
    patient.mutes();
    expect(theirs()?.microphone?.sending).toBe(false);
    patient.turnsCameraOff();
    expect(theirs()?.camera?.sending).toBe(false);
    patient.sharesScreen();
    expect(theirs()?.screen?.sending).toBe(true);
    patient.raisesHand();
    expect(theirs()?.handRaised).toBe(true);
    patient.isReceived('poor');
    expect(theirs()?.quality).toBe('poor');

    const levels: number[] = [];
    visit.onLevel(patient.id, (level) => levels.push(level));
    patient.speaks(0.6);
    expect(levels).toEqual([0.6]);
    expect(visit.state.get().activeSpeaker).toBe(patient.id);

    room.interruptsLink();
    expect(visit.state.get().phase.name).toBe('reconnecting');
    room.restoresLink();
    expect(visit.state.get().phase.name).toBe('joined');

    patient.leaves();
    expect(visit.state.get().order).toEqual([]);
  });

  test('the microphone is shown as what is sent, also when it is unplugged', async () => {
    const { room, visit, patient } = await two();
    await visit.perform({ type: 'setMicrophone', on: true });
    expect(visit.state.get().self.sending.microphone).toBe(true);
    patient.mutesYou();
    expect(visit.state.get().self.sending.microphone).toBe(false);
    await visit.perform({ type: 'setMicrophone', on: true });
    room.devices.unplugs('microphone-1');
    expect(visit.state.get().self.sending.microphone).toBe(false);
    expect(visit.media.state.get().microphone).toMatchObject({ status: 'failed', error: { code: 'device-lost' } });
    await visit.leave();
    expect(room.devices.live()).toEqual([]);
  });

  test('a rule that breaks stops the media', async () => {
    const { room, visit } = await two();
    await visit.perform({ type: 'setCamera', on: true });
    room.knows({ streaming: true });
    expect(room.devices.live()).toEqual([]);
    await until(visit.state, ({ findings }) => findings.some(({ ruleId }) => ruleId === 'Q-NO-STREAMING'));
  });

  test('joining again sends what the person last chose to send, and nothing they had turned off', async () => {
    const { visit } = await two();
    await visit.perform({ type: 'setCamera', on: true });
    await visit.perform({ type: 'setMicrophone', on: true });
    await visit.perform({ type: 'setCamera', on: false });
    await visit.leave();
    await visit.join();
    await until(visit.state, ({ self }) => self.sending.microphone);
    expect(visit.state.get().self.sending).toEqual({ microphone: true, camera: false, screen: false });
  });

  test('leaving and joining again finds the same people', async () => {
    const { visit, patient } = await two();
    await visit.leave();
    await visit.join();
    await until(visit.state, ({ participants }) => participants[patient.id]?.verified === true);
    expect(visit.state.get().phase.name).toBe('joined');
  });
});

test('a link that stays down ends the visit, on a clock of the test’s own', async () => {
  const clock = createFakeClock();
  const room = createFakeRoom({ role: 'clinician', environment: { clock } });
  const visit = room.createVisit();
  await visit.join();
  room.interruptsLink();
  clock.advance(64_000);
  expect(visit.state.get().phase.name).toBe('reconnecting');
  clock.advance(2_000);
  expect(visit.state.get().phase).toMatchObject({ name: 'ended', error: { code: 'connection-lost' } });
});
