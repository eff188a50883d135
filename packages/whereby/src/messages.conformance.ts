// What core promises of messages and identities, over the room-wide chat of the unmodified client.
import { createOpaqueId, type OpaqueId, type Participant, type ParticipantId, type Visit } from '@quietroom/core';
import { enter, type BareClient } from '@quietroom/emulators/whereby/bare-client';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { leadToStandIn, roomOf, vendor } from '../test/clinic-rooms.ts';
import { openClinic } from '../test/clinic.ts';
import { eventually } from '../test/page.ts';
import { whereby } from './whereby.ts';

let visit: OpaqueId;
let clinic: Awaited<ReturnType<typeof openClinic>>;
let bystander: BareClient | null = null;

const othersOf = (page: Visit): readonly Participant[] => {
  const { order, participants } = page.state.get();
  return order.flatMap((id) => participants[id] ?? []);
};
const verified = (page: Visit, role: string): Participant | undefined =>
  othersOf(page).find((other) => other.verified && other.role === role);

const admits = async (clinician: Visit, page: Visit): Promise<void> => {
  await page.join();
  await eventually(() => clinician.state.get().knockOrder.length === 1);
  const [participant] = clinician.state.get().knockOrder;
  if (participant === undefined) throw new Error('Nobody knocks any more.');
  await clinician.perform({ type: 'admit', participant });
  await eventually(() => page.state.get().phase.name === 'joined');
};
const together = async () => {
  const [clinician, patient] = [clinic.visitOf('clinician'), clinic.visitOf('patient')];
  await clinician.join();
  await admits(clinician, patient);
  await eventually(() => verified(clinician, 'patient') !== undefined && verified(patient, 'clinician') !== undefined);
  return { clinician, patient };
};
/** Somebody with the vendor's own client and the host's key: they hear the whole chat. */
const listens = async (): Promise<BareClient> => {
  const { roomUrl, hostKey } = await roomOf(visit);
  bystander = await enter(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  return bystander;
};
const textsIn = (page: Visit, other: ParticipantId): string[] =>
  (page.messages.state.get().conversations[other]?.messages ?? []).map(({ text }) => text);

beforeAll(leadToStandIn);
beforeEach(async () => {
  visit = createOpaqueId(crypto);
  clinic = await openClinic(visit);
});
afterEach(async () => {
  await bystander?.end();
  bystander = null;
  await clinic.close();
  await vendor().forget();
});

it('opens a message at its recipient only; the room, and the vendor, see none of its words', async () => {
  const { clinician, patient } = await together();
  const other = await listens();
  const to = verified(clinician, 'patient')?.id;
  const from = verified(patient, 'clinician')?.id;
  if (to === undefined || from === undefined) throw new Error('They lost each other.');
  const text = 'Please take the quillmoor drops at noon.';
  await clinician.messages.send(to, text);
  await eventually(() => textsIn(patient, from).includes(text));
  await eventually(() => clinician.messages.state.get().conversations[to]?.messages[0]?.delivery === 'delivered');
  await other.until(({ chatMessages }) => chatMessages.length > 0);
  expect(
    other
      .state()
      .chatMessages.map((message) => message.text)
      .join(),
  ).not.toContain('quillmoor drops');
  expect((await vendor().received()).map((entry) => entry.text).join()).not.toContain('quillmoor drops');
});

it('refuses whoever hands on the clinician’s key and pass as theirs', async () => {
  const { clinician, patient } = await together();
  const impostor = await listens();
  const impostorId = impostor.client.getStore().getState().localParticipant.id;
  const own = patient.state.get().self.id;
  if (own === null) throw new Error('The patient was not told their id.');
  // The clinician announces themself again to whoever comes: the impostor hears it, and passes it on.
  await impostor.until(({ chatMessages }) => chatMessages.some(({ text }) => text.includes(impostorId)));
  for (const { text } of impostor.state().chatMessages) {
    impostor.room.sendChatMessage(text.replace(impostorId, own));
  }
  await eventually(() =>
    patient.audit.get().some((event) => event.type === 'envelope-dropped' && String(event.participant) === impostorId),
  );
  expect(othersOf(patient).find(({ id }) => String(id) === impostorId)).toMatchObject({
    role: 'guest',
    verified: false,
  });
  expect(verified(patient, 'clinician')).toBeDefined();
  expect(verified(clinician, 'patient')).toBeDefined();
});

it('refuses a clinician’s pass from somebody the vendor does not call host', async () => {
  const { roomUrl } = await roomOf(visit);
  const { clinician, patient } = await together();
  const pretender = clinic.visitOf('clinician', whereby({ roomUrl }));
  await admits(clinician, pretender);
  const id = pretender.state.get().self.id;
  await eventually(() =>
    patient.audit
      .get()
      .some(
        (event) =>
          event.type === 'envelope-dropped' && event.participant === id && event.reason === 'pass-disagrees-with-room',
      ),
  );
  expect(othersOf(patient).find((other) => other.id === id)).toMatchObject({ role: 'guest', verified: false });
});
