import { diagnoseVisit } from '@quietroom/core/privacy';
import { expect, test } from 'vitest';
import { chatWithDelivery } from './in-the-visit.ts';

test('what is copied for a ticket says how the visit stands, and nothing about anybody', async () => {
  const chat = chatWithDelivery({ role: 'clinician' });
  await chat.ready;
  await chat.visit.perform({ type: 'setCamera', on: true });
  chat.room.refusesAction('lock', 'action-failed');
  await chat.visit.perform({ type: 'lock', locked: true }).catch(() => undefined);
  const text = diagnoseVisit(chat.visit);
  for (const line of [
    'phase: joined',
    'people: patient proved good 1',
    'camera on, sent',
    'messages: received 1, delivered 1, failed 1',
    'failures: action-failed 1',
  ]) {
    expect(text).toContain(line);
  }
  const { media, state, messages } = chat.visit;
  const personal = [
    'Zylphia',
    chat.people.other.pseudonym,
    chat.people.other.sub,
    chat.people.other.id,
    chat.room.you.pseudonym,
    chat.room.you.sub,
    String(state.get().self.id),
    ...Object.values(media.state.get().devices).flatMap((devices) => devices.flatMap(({ id, label }) => [id, label])),
    ...Object.values(messages.state.get().conversations).flatMap((one) =>
      one.messages.flatMap(({ id, text: said }) => [id, said]),
    ),
  ].filter((value) => value !== '');
  for (const value of personal) expect(text).not.toContain(value);
  expect(text).not.toMatch(/\d{6,}|[\da-f]{8}-/);
});
