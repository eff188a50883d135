// What core promises of messages and identities, over the direct messages of the unmodified client.
import { createOpaqueId, type OpaqueId, type ParticipantId, type Visit } from '@quietroom/core';
import { enter, type BareClient } from '@quietroom/emulators/100ms/bare-client';
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
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { adapterFor, leadToStandIn, roles, roomOf, vendor } from '../test/clinic-rooms.ts';
import { messageType } from './envelope-text.ts';

let visit: OpaqueId;
let clinic: Clinic;
let stranger: BareClient | null = null;
const control = vendor();

const together = async () => {
  const [clinician, patient] = [clinic.visitOf('clinician'), clinic.visitOf('patient')];
  await clinician.join();
  await admits(clinician, patient);
  await eventually(() => verified(clinician, 'patient') !== undefined && verified(patient, 'clinician') !== undefined);
  return { clinician, patient };
};
/** Somebody with the vendor's own client and a good token, in a role of the room. */
const comes = async (role: string): Promise<{ readonly client: BareClient; readonly id: string }> => {
  const authToken = await control.mintToken({ room: await roomOf(visit), userId: createOpaqueId(crypto), role });
  stranger = await enter({
    userName: 'Family K7Q4',
    authToken,
    settings: { isAudioMuted: true, isVideoMuted: true },
    autoManageWakeLock: false,
  });
  return { client: stranger, id: stranger.state().room.localPeer };
};
const textsIn = (page: Visit, other: ParticipantId): string[] =>
  (page.messages.state.get().conversations[other]?.messages ?? []).map(({ text }) => text);
const seenAs = (page: Visit, id: string) => othersOf(page).find((other) => String(other.id) === id);

beforeAll(leadToStandIn);
beforeEach(async () => {
  visit = createOpaqueId(crypto);
  clinic = await openClinic(visit, adapterFor);
});
afterEach(async () => {
  await stranger?.end();
  stranger = null;
  await clinic.close();
  await control.forget();
});

it('shows everybody whose words are captioned, and no words that somebody puts in another’s mouth', async () => {
  const room = await roomOf(visit);
  await expectCaptions(
    clinic,
    (speaker, text, { final }) => control.caption(room, speaker, text, final),
    async (from, speaker) => {
      const results = [{ start: 0, end: 1, peer_id: speaker, final: true, transcript: 'I take none.' }];
      await control.say(room, from, null, JSON.stringify({ results }), 'hms_transcript');
    },
  );
});

it('opens a message at its recipient only: the vendor reads none of it, and nothing of it reaches a third person', async () => {
  const { clinician, patient } = await together();
  const { client, id } = await comes('family');
  await eventually(() => seenAs(clinician, id) !== undefined);
  const [to, from] = [verified(clinician, 'patient')?.id, verified(patient, 'clinician')?.id];
  if (to === undefined || from === undefined) throw new Error('They lost each other.');
  const text = 'Please take the quillmoor drops at noon.';
  await clinician.messages.send(to, text);
  await eventually(() => textsIn(patient, from).includes(text));
  await eventually(() => clinician.messages.state.get().conversations[to]?.messages[0]?.delivery === 'delivered');
  // On the third person's line: the announcements that were for them, and no other message.
  const theirs = (await control.entries({ peer: id, way: 'out' })).filter(({ name }) => name === 'on-broadcast');
  for (const entry of theirs) expect(entry.text).toContain('"private":true');
  const sealed = (await control.entries({ peer: idOf(patient), way: 'out' })).filter(
    ({ name }) => name === 'on-broadcast',
  );
  const others = new Set(theirs.map((entry) => entry.text));
  expect(sealed.length).toBeGreaterThan(0);
  expect(sealed.some((entry) => others.has(entry.text))).toBe(false);
  expect(client.state().messages.allIDs).toHaveLength(theirs.length);
  const everything = (await control.entries()).map((entry) => entry.text).join('\n');
  expect(everything).not.toContain('quillmoor drops');
});

it('drops, and notes, what is said to everybody, to a role, or in another way', async () => {
  const { clinician, patient } = await together();
  const { client, id } = await comes('family');
  await eventually(() => seenAs(patient, id) !== undefined);
  const announced = clinic.patronOf(clinician).announcement;
  await client.actions.sendBroadcastMessage('Hello, this is Zylphia.');
  await client.actions.sendBroadcastMessage(announced, messageType);
  await client.actions.sendGroupMessage(announced, ['patient'], messageType);
  await client.actions.sendDirectMessage('Hello, this is Zylphia.', idOf(patient), 'chat');
  await eventually(() => dropsOf(patient, id).length === 4);
  expect(dropsOf(patient, id)).toEqual(['malformed', 'malformed', 'malformed', 'malformed']);
  expect(seenAs(patient, id)).toMatchObject({ role: 'guest', verified: false });
});

it('drops what comes from somebody who waits, and says nothing to them', async () => {
  const { patient } = await together();
  const { client, id } = await comes(roles.waiting);
  await client.until(({ peers }) => Object.keys(peers).length === 3);
  await client.actions.sendDirectMessage('AAAA', idOf(patient), messageType);
  await eventually(() => dropsOf(patient, id).includes('unadmitted-sender'));
  expect((await control.entries({ peer: id, way: 'out' })).filter(({ name }) => name === 'on-broadcast')).toEqual([]);
});

it('refuses whoever hands on the clinician’s key and pass as theirs', async () => {
  const { clinician, patient } = await together();
  const { client, id } = await comes('family');
  await eventually(() => seenAs(patient, id) !== undefined);
  await client.actions.sendDirectMessage(clinic.patronOf(clinician).announcement, idOf(patient), messageType);
  await eventually(() => dropsOf(patient, id).includes('pass-disagrees-with-room'));
  expect(seenAs(patient, id)).toMatchObject({ role: 'guest', verified: false });
  expect(verified(patient, 'clinician')).toBeDefined();
});

it('refuses a key that was put in the place of the announced one', async () => {
  const { patient } = await together();
  const { client, id } = await comes('family');
  await eventually(() => seenAs(patient, id) !== undefined);
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const key = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const bytes = Uint8Array.from(atob(clinic.patronOf(patient).announcement), (character) => character.charCodeAt(0));
  const pass = new TextDecoder().decode(bytes.slice(67));
  await client.actions.sendDirectMessage(announcementOf(key, pass), idOf(patient), messageType);
  await eventually(() => dropsOf(patient, id).includes('no-valid-pass'));
  expect(seenAs(patient, id)).toMatchObject({ role: 'guest', verified: false });
});
