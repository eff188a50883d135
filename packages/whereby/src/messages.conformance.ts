// What core promises of messages and identities, over the room-wide chat of the unmodified client, by way of a vendor
// who watches, and of one who lies.
import { createOpaqueId, type OpaqueId, type ParticipantId, type Visit } from '@quietroom/core';
import { publicKeyThumbprint, signVisitPass } from '@quietroom/core/passes';
import { enter, type BareClient } from '@quietroom/emulators/whereby/bare-client';
import {
  admits,
  announcementOf,
  dropsOf,
  eventually,
  expectCaptions,
  idOf,
  openClinic,
  othersOf,
  verified,
  type Clinic,
} from '@quietroom/testing/conformance';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adapterFor, leadToStandIn, roomOf, vendor } from '../test/clinic-rooms.ts';
import { whereby } from './whereby.ts';

let visit: OpaqueId;
let clinic: Clinic;
let bystander: BareClient | null = null;

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
const seenAs = (page: Visit, other: ParticipantId) => othersOf(page).find(({ id }) => id === other);

beforeAll(leadToStandIn);
beforeEach(async () => {
  visit = createOpaqueId(crypto);
  clinic = await openClinic(visit, adapterFor);
});
afterEach(async () => {
  await vendor().clearScript();
  await bystander?.end();
  bystander = null;
  await clinic.close();
  await vendor().forget();
});

it('shows everybody whose words are captioned, and no words of those who are not in the visit', async () => {
  const { room } = await roomOf(visit);
  await expectCaptions(clinic, (speaker, text, { utterance }) => vendor().caption(room, speaker, text, utterance));
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
  // The clinician announces themself again to whoever comes: the impostor hears it, and passes it on.
  await impostor.until(({ chatMessages }) => chatMessages.some(({ text }) => text.includes(impostorId)));
  for (const { text } of impostor.state().chatMessages) {
    impostor.room.sendChatMessage(text.replace(impostorId, idOf(patient)));
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
  const pretender = clinic.visitOf('clinician', { adapter: whereby({ roomUrl }) });
  await admits(clinician, pretender);
  await eventually(() => dropsOf(patient, idOf(pretender)).includes('pass-disagrees-with-room'));
  expect(seenAs(patient, idOf(pretender))).toMatchObject({ role: 'guest', verified: false });
});

describe('by way of a vendor who lies', () => {
  /** The clinician is inside, the others stand at the door, and every id is known. */
  const atTheDoor = async (...others: readonly Visit[]) => {
    const clinician = clinic.visitOf('clinician');
    await clinician.join();
    for (const other of others) await other.join();
    return clinician;
  };
  const keyOfTheVendor = async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    return { ...pair, raw: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)) };
  };

  it.each(['the clinic’s own pass', 'a pass that the vendor signed'])(
    'refuses a key that was put in the place of the announced one, with %s; once the vendor is honest they find each other',
    async (withPass) => {
      const patient = clinic.visitOf('patient');
      const clinician = await atTheDoor(patient);
      const vendorKey = await keyOfTheVendor();
      const forge = async (page: Visit): Promise<Record<string, string>> => {
        const { announcement, pass, sub, name } = clinic.patronOf(page);
        const claims = { visit, sub, name, role: page.role, issued: Date.now(), expires: Date.now() + 300_000 };
        const forged =
          withPass === 'the clinic’s own pass'
            ? pass
            : await signVisitPass(
                { ...claims, thumbprint: await publicKeyThumbprint(vendorKey.raw, crypto) },
                vendorKey.privateKey,
              );
        return { [announcement]: announcementOf(vendorKey.raw, forged) };
      };
      for (const [hears, says] of [
        [clinician, patient],
        [patient, clinician],
      ] as const) {
        await vendor().addRule({
          on: 'event',
          name: 'chat_message',
          who: idOf(hears),
          action: 'replace',
          by: await forge(says),
        });
      }
      await admits(clinician, patient);
      await eventually(() => dropsOf(clinician, idOf(patient)).includes('no-valid-pass'));
      await eventually(() => dropsOf(patient, idOf(clinician)).includes('no-valid-pass'));
      expect(seenAs(clinician, idOf(patient))).toMatchObject({ role: 'guest', verified: false });
      expect(seenAs(patient, idOf(clinician))).toMatchObject({ role: 'guest', verified: false });
      await expect(clinician.messages.send(idOf(patient), 'Who reads this?')).rejects.toMatchObject({
        code: 'message-no-recipient-key',
      });

      await vendor().clearScript();
      await eventually(
        () => verified(clinician, 'patient') !== undefined && verified(patient, 'clinician') !== undefined,
      );
    },
  );

  it('refuses two people whose words, names and ids it passes off as each other’s', async () => {
    const [patient, interpreter] = [clinic.visitOf('patient'), clinic.visitOf('interpreter')];
    const clinician = await atTheDoor(patient, interpreter);
    const [one, other] = [clinic.patronOf(patient), clinic.patronOf(interpreter)];
    const ids = { [idOf(patient)]: idOf(interpreter), [idOf(interpreter)]: idOf(patient) };
    const who = idOf(clinician);
    await vendor().addRule({
      on: 'event',
      name: 'new_client',
      who,
      action: 'replace',
      by: { [one.sub]: other.sub, [other.sub]: one.sub, [one.name]: other.name, [other.name]: one.name },
    });
    await vendor().addRule({ on: 'event', name: 'chat_message', who, action: 'replace', by: ids });
    await vendor().addRule({ on: 'request', name: 'chat_message', who, action: 'replace', by: ids });
    for (const page of [patient, interpreter]) await admits(clinician, page);

    for (const page of [patient, interpreter]) {
      await eventually(() => dropsOf(clinician, idOf(page)).includes('pass-disagrees-with-room'));
      expect(seenAs(clinician, idOf(page))).toMatchObject({ role: 'guest', pseudonym: null, verified: false });
      await expect(clinician.messages.send(idOf(page), 'Who reads this?')).rejects.toMatchObject({
        code: 'message-no-recipient-key',
      });
    }
    // The two know each other by a way that was not tampered with.
    await eventually(() => verified(patient, 'interpreter') !== undefined);
  });
});
