import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { decodeEnvelope, encodeKeyAnnouncement } from './envelope-codec.ts';
import type { Envelope } from './envelope.ts';
import { createMeeting, type Meeting, type Page } from './meeting.test.support.ts';
import { createSendingContext, deriveOpeningKey, importAnnouncedKey, openSealed } from './sealing.ts';

const eventually = (fact: () => void): Promise<void> => vi.waitFor(fact, { interval: 1, timeout: 5000 });

let meeting: Meeting;
let clinician: Page;
let patient: Page;

const announcementOf = ({ session }: Page): Envelope => encodeKeyAnnouncement(session.keys.publicKey, session.pass);
const areVerified = (first: Page, second: Page): Promise<void> =>
  eventually(() => {
    expect(first.verified.has(second.id)).toBe(true);
    expect(second.verified.has(first.id)).toBe(true);
  });
beforeEach(async () => {
  meeting = await createMeeting(crypto);
  clinician = await meeting.page('clinician', { name: 'desk' });
  patient = await meeting.page('patient', { name: 'phone' });
});

it('keeps apart what is sealed at the same time', async () => {
  const theirs = await importAnnouncedKey(patient.session.keys.publicKey, crypto);
  const { visit } = meeting.host;
  const context = await createSendingContext(clinician.session.keys, theirs, visit, crypto);
  const header = { sender: clinician.session.identity.sub, recipient: patient.session.identity.sub, part: 0, parts: 1 };
  const texts = Array.from({ length: 64 }, (_, index) => new Uint8Array([index, index + 1]));
  const envelopes = await Promise.all(
    texts.map((text) => context.seal({ ...header, message: createOpaqueId(crypto) }, text)),
  );
  const ours = await importAnnouncedKey(clinician.session.keys.publicKey, crypto);
  const opened = envelopes.map(async (envelope) => {
    const taken = decodeEnvelope(envelope);
    if (taken.kind !== 'sealed') return taken.kind;
    return openSealed(
      taken,
      await deriveOpeningKey(patient.session.keys, ours, taken.enc, visit, crypto),
      visit,
      crypto,
    );
  });
  expect(await Promise.all(opened)).toEqual(texts);
});

describe('an engine', () => {
  it('keeps what arrives while it is loading and ignores what came before', async () => {
    const late = await meeting.page('family');
    late.engine.wipe();
    late.engine.receive(clinician.id, announcementOf(clinician));
    late.engine.participantJoined(clinician.id);
    const opening = late.engine.open(late.session);
    late.engine.receive(clinician.id, announcementOf(clinician));
    await opening;
    clinician.engine.participantJoined(late.id);
    await areVerified(late, clinician);
  });

  it('that is wiped while it loads stays wiped', async () => {
    const late = await meeting.page('family');
    late.engine.wipe();
    const opening = late.engine.open(late.session);
    late.engine.wipe();
    await opening;
    const sent = meeting.wire.length;
    late.engine.participantJoined(clinician.id);
    late.engine.receive(clinician.id, announcementOf(clinician));
    expect(meeting.wire).toHaveLength(sent);
    expect(meeting.clock.waiting).toBe(0);
  });

  it('that is wiped while it waits for somebody’s proof has no timer left', () => {
    clinician.engine.participantJoined(patient.id);
    expect(meeting.clock.waiting).toBe(1);
    clinician.engine.wipe();
    expect(meeting.clock.waiting).toBe(0);
  });

  it('announces again when asked to, and is answered without an endless exchange', async () => {
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    meeting.clock.advance(60_000);
    const before = meeting.wire.length;
    clinician.engine.reannounce(patient.id);
    await eventually(() => {
      // Our announcement, theirs with a hello in answer, and our hello to that.
      expect(meeting.wire.slice(before).map((envelope) => decodeEnvelope(envelope).kind)).toEqual([
        'announcement',
        'announcement',
        'sealed',
        'sealed',
      ]);
    });
    await clinician.engine.send(patient.id, 'done');
    await eventually(() => {
      expect(meeting.wire).toHaveLength(before + 6);
    });
  });
});
