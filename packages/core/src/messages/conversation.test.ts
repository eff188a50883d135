import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../policy/refusal.ts';
import { createMeeting, type Meeting, type Page } from './meeting.test.support.ts';

const eventually = (fact: () => void): Promise<void> => vi.waitFor(fact, { interval: 1, timeout: 5000 });

describe('a conversation', () => {
  let meeting: Meeting;
  let clinician: Page;
  let patient: Page;

  const verifiedBoth = (first: Page, second: Page): Promise<void> =>
    eventually(() => {
      expect(first.engine.state.get().recipients).toContain(second.id);
      expect(second.engine.state.get().recipients).toContain(first.id);
    });
  /** Lets what has arrived be shown. In small steps: it must not become late only because this machine is slow. */
  const shown = (fact: () => void): Promise<void> =>
    eventually(() => {
      meeting.clock.advance(5);
      fact();
    });
  const texts = (page: Page, other: Page): string[] => page.messagesWith(other).map(({ text }) => text);

  beforeEach(async () => {
    meeting = await createMeeting(crypto);
    clinician = await meeting.page('clinician');
    patient = await meeting.page('patient');
    meeting.meet(clinician, patient);
    await verifiedBoth(clinician, patient);
  });
  afterEach(() => {
    for (const page of meeting.pages.values()) page.engine.wipe();
  });

  it('shows a message at once as sending, then as delivered when the other page has it', async () => {
    const sent = clinician.engine.send(patient.id, 'How is the cough today?');
    expect(clinician.messagesWith(patient)).toMatchObject([{ from: 'self', delivery: 'sending' }]);
    await sent;
    await shown(() => {
      expect(patient.messagesWith(clinician)).toMatchObject([
        { from: 'them', text: 'How is the cough today?', delivery: 'received' },
      ]);
      expect(clinician.messagesWith(patient)).toMatchObject([{ from: 'self', delivery: 'delivered' }]);
    });
    expect(patient.incoming).toEqual([clinician.id]);
    expect(patient.dropped).toEqual([]);
    expect(clinician.dropped).toEqual([]);
  });

  it('keeps the order and carries every script', async () => {
    const lines = ['¿Cómo está?', 'كيف حالك؟', '🫁🩺', 'a\nb\t"c"', '<b>not bold</b>', '\u0000', 'x'.repeat(2000)];
    await Promise.all(lines.map((line) => patient.engine.send(clinician.id, line)));
    await shown(() => {
      expect(texts(clinician, patient)).toEqual(lines);
    });
  });

  it('counts what has not been read', async () => {
    await clinician.engine.send(patient.id, 'one');
    await clinician.engine.send(patient.id, 'two');
    await shown(() => {
      expect(patient.engine.state.get().unread).toBe(2);
    });
    patient.engine.markRead(clinician.id);
    expect(patient.engine.state.get()).toMatchObject({ unread: 0 });
    expect(clinician.engine.state.get().unread).toBe(0);
  });

  it('is between two people: a third one gets nothing', async () => {
    const family = await meeting.page('family');
    meeting.meet(family, clinician);
    meeting.meet(family, patient);
    await verifiedBoth(family, clinician);
    await verifiedBoth(family, patient);
    const before = family.arrived.length;
    await clinician.engine.send(patient.id, 'only for you');
    await shown(() => {
      expect(clinician.messagesWith(patient)).toMatchObject([{ delivery: 'delivered' }]);
    });
    expect(family.arrived).toHaveLength(before);
    expect(family.engine.state.get().conversations).toEqual({});
  });

  it('carries a long message in parts and shows it whole', async () => {
    const long = 'Take one in the morning. '.repeat(600);
    const before = patient.arrived.length;
    await clinician.engine.send(patient.id, long);
    await shown(() => {
      expect(texts(patient, clinician)).toEqual([long]);
    });
    expect(patient.arrived.length - before).toBe(12);
  });

  it('refuses a text that is too long, with nothing sent', async () => {
    const before = meeting.wire.length;
    await expect(clinician.engine.send(patient.id, 'é'.repeat(8001))).rejects.toMatchObject({
      code: 'message-too-long',
    });
    await expect(clinician.engine.send(patient.id, '')).rejects.toThrow(TypeError);
    expect(meeting.wire).toHaveLength(before);
    expect(clinician.messagesWith(patient)).toEqual([]);
    await clinician.engine.send(patient.id, 'é'.repeat(8000));
    await shown(() => {
      expect(clinician.messagesWith(patient)).toMatchObject([{ delivery: 'delivered' }]);
    });
  });

  it('sends nothing when the policy says no', async () => {
    meeting.gate = () => {
      const decision = {
        allowed: false,
        ruleId: 'Q-CHAT',
        says: 'Chat is off.',
        remedy: 'Ask.',
        control: 'absent',
      } as const;
      throw new Refusal('sendMessage', decision);
    };
    const before = meeting.wire.length;
    await expect(clinician.engine.send(patient.id, 'hello')).rejects.toBeInstanceOf(Refusal);
    expect(meeting.wire).toHaveLength(before);
    expect(clinician.messagesWith(patient)).toEqual([]);
  });

  it('lets ten messages through at once and five a second after that', async () => {
    for (let index = 0; index < 10; index += 1) await clinician.engine.send(patient.id, `message ${index}`);
    await expect(clinician.engine.send(patient.id, 'eleven')).rejects.toMatchObject({ code: 'message-too-many' });
    meeting.clock.advance(200);
    await clinician.engine.send(patient.id, 'eleven');
    await expect(clinician.engine.send(patient.id, 'twelve')).rejects.toMatchObject({ code: 'message-too-many' });
  });

  it('survives a message that was lost', async () => {
    meeting.fate = () => 'lost';
    await clinician.engine.send(patient.id, 'lost');
    meeting.fate = () => 'carried';
    await clinician.engine.send(patient.id, 'next');
    await shown(() => {
      expect(texts(patient, clinician)).toEqual(['next']);
      expect(clinician.messagesWith(patient)[1]).toMatchObject({ delivery: 'delivered' });
    });
    meeting.clock.advance(10_000);
    expect(clinician.messagesWith(patient)).toMatchObject([
      { text: 'lost', delivery: 'failed', error: { code: 'message-not-delivered' } },
      { text: 'next', delivery: 'delivered' },
    ]);
    expect(clinician.failed).toEqual([patient.id]);
  });

  it('says failed when the room does not take it, and delivers it when it is sent again', async () => {
    meeting.fate = () => 'refused';
    const id = await clinician.engine.send(patient.id, 'please come back on Tuesday');
    expect(clinician.messagesWith(patient)).toMatchObject([
      { delivery: 'failed', error: { code: 'message-not-delivered' } },
    ]);
    meeting.fate = () => 'carried';
    await clinician.engine.retry(id);
    await shown(() => {
      expect(clinician.messagesWith(patient)).toMatchObject([{ id, delivery: 'delivered' }]);
    });
    expect(clinician.messagesWith(patient)[0]).not.toHaveProperty('error');
    expect(texts(patient, clinician)).toEqual(['please come back on Tuesday']);
  });

  it('shows a message once when only its confirmation was lost', async () => {
    meeting.fate = (from) => (from === patient.id ? 'lost' : 'carried');
    const id = await clinician.engine.send(patient.id, 'take it with food');
    await shown(() => {
      expect(texts(patient, clinician)).toEqual(['take it with food']);
    });
    meeting.clock.advance(10_000);
    expect(clinician.messagesWith(patient)).toMatchObject([{ delivery: 'failed' }]);
    meeting.fate = () => 'carried';
    await clinician.engine.retry(id);
    await shown(() => {
      expect(clinician.messagesWith(patient)).toMatchObject([{ id, delivery: 'delivered' }]);
    });
    expect(texts(patient, clinician)).toEqual(['take it with food']);
  });

  it('says failed when the other person leaves, and refuses to write to them', async () => {
    meeting.fate = () => 'lost';
    await clinician.engine.send(patient.id, 'are you there?');
    meeting.leave(patient);
    expect(clinician.messagesWith(patient)).toMatchObject([
      { delivery: 'failed', error: { code: 'participant-gone' } },
    ]);
    expect(clinician.engine.state.get().recipients).toEqual([]);
    await expect(clinician.engine.send(patient.id, 'hello?')).rejects.toMatchObject({
      code: 'message-no-recipient-key',
    });
  });

  it('goes on under the new id of somebody who came back, and failed messages can be sent again', async () => {
    await clinician.engine.send(patient.id, 'first');
    await shown(() => {
      expect(texts(patient, clinician)).toEqual(['first']);
    });
    meeting.fate = () => 'lost';
    const id = await clinician.engine.send(patient.id, 'second');
    meeting.leave(patient);
    meeting.fate = () => 'carried';
    const back = await meeting.page('patient', { sub: patient.session.identity.sub });
    meeting.meet(clinician, back);
    await verifiedBoth(clinician, back);
    expect(texts(clinician, back)).toEqual(['first', 'second']);
    await clinician.engine.retry(id);
    await shown(() => {
      expect(texts(back, clinician)).toEqual(['second']);
      expect(clinician.messagesWith(back)[1]).toMatchObject({ delivery: 'delivered' });
    });
  });

  it('does not go to somebody who is there but no longer admitted', async () => {
    meeting.claims = () => null;
    await expect(clinician.engine.send(patient.id, 'hello')).rejects.toMatchObject({
      code: 'message-no-recipient-key',
    });
  });

  it('names the people who can be written to in the order they joined', async () => {
    const family = await meeting.page('family');
    meeting.meet(clinician, family);
    await verifiedBoth(clinician, family);
    expect(clinician.engine.state.get().recipients).toEqual([patient.id, family.id]);
  });

  it('tells of consent and of its withdrawal', async () => {
    const consent = { type: 'consent', to: 'recording', text: 'A'.repeat(43), language: 'en' } as const;
    await patient.engine.tell(clinician.id, consent);
    await patient.engine.tell(clinician.id, { type: 'withdraw', from: 'recording' });
    await eventually(() => {
      expect(clinician.notices.map(({ content }) => content).filter(({ type }) => type !== 'control')).toEqual([
        consent,
        { type: 'withdraw', from: 'recording' },
      ]);
    });
    expect(clinician.engine.state.get().conversations).toEqual({});
  });

  it('shows many arriving messages with few changes and leaves other conversations untouched', async () => {
    const family = await meeting.page('family');
    meeting.meet(clinician, family);
    await verifiedBoth(clinician, family);
    await family.engine.send(clinician.id, 'hello from the family');
    await shown(() => {
      expect(texts(clinician, family)).toHaveLength(1);
    });
    const untouched = clinician.engine.state.get().conversations[family.id];
    const { recipients } = clinician.engine.state.get();
    let changes = 0;
    clinician.engine.state.subscribe(() => (changes += 1));
    const confirmed = patient.arrived.length + 10;
    for (let index = 0; index < 10; index += 1) await patient.engine.send(clinician.id, `line ${index}`);
    await eventually(() => {
      expect(patient.arrived).toHaveLength(confirmed);
    });
    await shown(() => {
      expect(texts(clinician, patient)).toHaveLength(10);
    });
    expect(changes).toBeLessThanOrEqual(2);
    expect(clinician.engine.state.get().conversations[family.id]).toBe(untouched);
    expect(clinician.engine.state.get().recipients).toBe(recipients);
  });

  it('leaves nothing behind when it is wiped', async () => {
    await clinician.engine.send(patient.id, 'a secret');
    await shown(() => {
      expect(texts(patient, clinician)).toEqual(['a secret']);
    });
    meeting.fate = () => 'lost';
    void clinician.engine.send(patient.id, 'in flight');
    const sent = meeting.wire.length;
    clinician.engine.wipe();
    patient.engine.wipe();
    expect(clinician.engine.state.get()).toEqual({ conversations: {}, recipients: [], unread: 0 });
    expect(JSON.stringify(patient.engine.state.get())).not.toContain('secret');
    expect(meeting.clock.waiting).toBe(0);
    await expect(clinician.engine.send(patient.id, 'hello')).rejects.toMatchObject({
      code: 'message-no-recipient-key',
    });
    const last = patient.arrived.at(-1);
    if (last !== undefined) patient.engine.receive(last.from, last.envelope);
    clinician.engine.participantJoined(patient.id);
    clinician.engine.reannounce(patient.id);
    meeting.clock.advance(60_000);
    expect(meeting.wire).toHaveLength(sent);
    expect(clinician.failed).toEqual([]);
  });
});
