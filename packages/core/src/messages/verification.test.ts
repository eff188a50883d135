import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DropReason } from '../audit/audit-event.ts';
import { createPassKeys } from '../display-name/pass-keys.ts';
import { encodeContent, type SealedContent } from './content.ts';
import { decodeEnvelope, encodeKeyAnnouncement } from './envelope-codec.ts';
import type { Envelope } from './envelope.ts';
import { createHost, createMeeting, type Meeting, type Page } from './meeting.test.support.ts';
import { createSendingContext, importAnnouncedKey } from './sealing.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';

const eventually = (fact: () => void): Promise<void> => vi.waitFor(fact, { interval: 1, timeout: 5000 });

let meeting: Meeting;
let clinician: Page;
let patient: Page;

const announcementOf = ({ session }: Page): Envelope => encodeKeyAnnouncement(session.keys.publicKey, session.pass);
const isSealed = (envelope: Envelope): boolean => decodeEnvelope(envelope).kind === 'sealed';
const isDropped = (page: Page, from: Page, reason: DropReason): Promise<void> =>
  eventually(() => {
    expect(page.dropped).toContainEqual({ from: from.id, reason });
  });
const areVerified = (first: Page, second: Page): Promise<void> =>
  eventually(() => {
    expect(first.verified.has(second.id)).toBe(true);
    expect(second.verified.has(first.id)).toBe(true);
  });
/** Seals anything as a page with a key of its own could, past its own engine. */
const sealAs = async (from: Page, to: Page, ...contents: (SealedContent | Uint8Array)[]): Promise<Envelope[]> => {
  const theirs = await importAnnouncedKey(to.session.keys.publicKey, crypto);
  const context = await createSendingContext(from.session.keys, theirs, meeting.host.visit, crypto);
  const header = { sender: from.session.identity.sub, recipient: to.session.identity.sub, part: 0, parts: 1 };
  const envelopes: Envelope[] = [];
  for (const content of contents) {
    const bytes = content instanceof Uint8Array ? content : encodeContent(content);
    envelopes.push(await context.seal({ ...header, message: createOpaqueId(crypto) }, bytes));
  }
  return envelopes;
};

beforeEach(async () => {
  meeting = await createMeeting(crypto);
  clinician = await meeting.page('clinician', { name: 'desk' });
  patient = await meeting.page('patient', { name: 'phone' });
});

describe('somebody is verified', () => {
  it('when their pass is valid and they prove that they hold its key', async () => {
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    expect(patient.verified.get(clinician.id)).toEqual(clinician.session.identity);
    expect(clinician.verified.get(patient.id)).toEqual(patient.session.identity);
    expect([...clinician.dropped, ...patient.dropped]).toEqual([]);
  });

  it('though only one of the two knew at first that the other is there', async () => {
    clinician.engine.participantJoined(patient.id);
    await eventually(() => {
      expect(patient.arrived).toHaveLength(1);
    });
    patient.engine.participantJoined(clinician.id);
    await areVerified(clinician, patient);
  });

  it('though their envelopes came before the room said that they are here', async () => {
    clinician.engine.participantJoined(patient.id);
    await areVerified(clinician, patient);
    expect(patient.engine.state.get().recipients).toEqual([]);
    patient.engine.participantJoined(clinician.id);
    expect(patient.engine.state.get().recipients).toEqual([clinician.id]);
  });

  it('though announcements and proofs were lost: they are repeated, with growing pauses and not for ever', async () => {
    meeting.fate = () => 'lost';
    meeting.meet(clinician, patient);
    await eventually(() => {
      expect(meeting.wire).toHaveLength(2);
    });
    for (const [pause, count] of [
      [999, 2],
      [1, 4],
      [1999, 4],
      [1, 6],
    ] as const) {
      meeting.clock.advance(pause);
      await eventually(() => {
        expect(meeting.wire).toHaveLength(count);
      });
    }
    meeting.fate = () => 'carried';
    meeting.clock.advance(4000);
    await areVerified(clinician, patient);
    expect(meeting.clock.waiting).toBe(0);

    const silent = await meeting.page('observer');
    silent.engine.wipe();
    clinician.engine.participantJoined(silent.id);
    meeting.clock.advance(10 * 60_000);
    expect(meeting.clock.waiting).toBe(0);
  });

  it('after reloading the page, under the new key', async () => {
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    meeting.clock.advance(2000);
    const keys = await createPassKeys(crypto);
    const { pass, identity } = await meeting.host.issue(meeting.clock, 'patient', keys, {
      sub: patient.session.identity.sub,
      name: patient.session.identity.name,
    });
    await patient.engine.open({ ...patient.session, keys, pass, identity });
    await eventually(() => {
      expect(clinician.unverified).toEqual([patient.id]);
      expect(clinician.verified.get(patient.id)).toEqual(identity);
    });
    await clinician.engine.send(patient.id, 'welcome back');
    await eventually(() => {
      meeting.clock.advance(100);
      expect(patient.messagesWith(clinician)).toMatchObject([{ text: 'welcome back' }]);
    });
  });

  it('when a page was reloaded before its former self had left the room', async () => {
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    const reloaded = await meeting.page('patient', { sub: patient.session.identity.sub });
    meeting.meet(clinician, reloaded);
    await isDropped(clinician, reloaded, 'identity-taken');
    // The greeting is the last thing it says unasked.
    await isDropped(clinician, reloaded, 'no-valid-pass');
    expect(clinician.verified.has(reloaded.id)).toBe(false);
    meeting.leave(patient);
    await eventually(() => {
      expect(clinician.verified.has(reloaded.id)).toBe(true);
    });
  });

  it('for the whole visit, though their pass runs out meanwhile', async () => {
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    meeting.clock.advance(30 * 60_000);
    await patient.engine.send(clinician.id, 'still here');
    await eventually(() => {
      meeting.clock.advance(100);
      expect(clinician.messagesWith(patient)).toMatchObject([{ text: 'still here' }]);
    });
    expect(clinician.unverified).toEqual([]);
  });

  it('by people who join after the first pass ran out, with a pass that was renewed', async () => {
    const keys = await createPassKeys(crypto);
    const renewed: string[] = [];
    const { identity: first, pass } = await meeting.host.issue(meeting.clock, 'family', keys);
    const family = await meeting.page('family', {
      keys,
      pass,
      identity: first,
      renewPass: async () => {
        const next = await meeting.host.issue(meeting.clock, 'family', keys, { sub: first.sub, name: first.name });
        renewed.push(next.pass);
        return next.pass;
      },
    });
    meeting.clock.advance(20 * 60_000);
    const late = await meeting.page('interpreter');
    meeting.meet(family, late);
    await eventually(() => {
      expect(late.verified.get(family.id)?.sub).toBe(first.sub);
    });
    expect(renewed).toHaveLength(1);
  });
});

describe('nobody is verified', () => {
  it('by a pass of theirs that was forged, has expired, or is for another visit or key', async () => {
    clinician.engine.wipe();
    patient.engine.participantJoined(clinician.id);
    const { keys } = clinician.session;
    const stranger = await createHost(crypto);
    const others = await createPassKeys(crypto);
    const { clock, host } = meeting;
    const attempts: [DropReason, Promise<{ readonly pass: string }>][] = [
      ['no-valid-pass', stranger.issue(clock, 'clinician', keys, { visit: host.visit })],
      ['no-valid-pass', host.issue(clock, 'clinician', keys, { issued: clock.now() - 300_000, expires: clock.now() })],
      ['no-valid-pass', host.issue(clock, 'clinician', others)],
      ['other-visit', host.issue(clock, 'clinician', keys, { visit: createOpaqueId(crypto) })],
    ];
    for (const [reason, issued] of attempts) {
      patient.dropped.length = 0;
      patient.engine.receive(clinician.id, encodeKeyAnnouncement(keys.publicKey, (await issued).pass));
      await isDropped(patient, clinician, reason);
    }
    expect(patient.verified.size).toBe(0);
    // Nothing was answered: a hello is sealed for a key that a pass vouches for.
    expect(meeting.wire.filter(isSealed)).toEqual([]);
  });

  it('by a pass that disagrees with what the room says about them', async () => {
    clinician.engine.wipe();
    for (const claims of [{ sub: createOpaqueId(crypto) }, { role: 'patient' }, { host: false }] as const) {
      patient.dropped.length = 0;
      meeting.claims = () => claims;
      patient.engine.receive(clinician.id, announcementOf(clinician));
      await isDropped(patient, clinician, 'pass-disagrees-with-room');
    }
    expect(patient.verified.size).toBe(0);
  });

  it('by announcing somebody else’s key and pass, without the private key', async () => {
    const hostile = await meeting.page('observer');
    hostile.engine.wipe();
    patient.engine.participantJoined(hostile.id);
    patient.engine.receive(hostile.id, announcementOf(clinician));
    await eventually(() => {
      expect(hostile.arrived.some(({ envelope }) => isSealed(envelope))).toBe(true);
    });
    const [own] = await sealAs(hostile, patient, { type: 'control', control: 'hello', as: hostile.id });
    patient.engine.receive(hostile.id, own!);
    await isDropped(patient, hostile, 'no-valid-pass');
    const forged = { ...hostile, session: { ...hostile.session, identity: clinician.session.identity } };
    const [inTheirName] = await sealAs(forged, patient, { type: 'control', control: 'hello', as: hostile.id });
    patient.engine.receive(hostile.id, inTheirName!);
    await isDropped(patient, hostile, 'unopenable');
    expect(patient.verified.size).toBe(0);
  });

  it('by handing on somebody else’s proof as theirs', async () => {
    const hostile = await meeting.page('observer');
    hostile.engine.wipe();
    // The clinician really greets the patient, but the patient’s page does not get it: the hostile page does.
    const stolen: Envelope[] = [];
    meeting.fate = (from, _to, envelope) => {
      if (from === clinician.id) stolen.push(envelope);
      return from === clinician.id ? 'lost' : 'carried';
    };
    meeting.meet(clinician, patient);
    await eventually(() => {
      expect(stolen.some(isSealed)).toBe(true);
    });
    patient.engine.participantJoined(hostile.id);
    for (const envelope of stolen) patient.engine.receive(hostile.id, envelope);
    await isDropped(patient, hostile, 'pass-disagrees-with-room');
    expect(patient.verified.size).toBe(0);
  });

  it('under an identity that is taken by somebody present, or is this page’s own', async () => {
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    const hostile = await meeting.page('observer');
    hostile.engine.wipe();
    patient.engine.participantJoined(hostile.id);
    patient.engine.receive(hostile.id, announcementOf(clinician));
    await isDropped(patient, hostile, 'identity-taken');
    patient.dropped.length = 0;
    patient.engine.receive(hostile.id, announcementOf(patient));
    await isDropped(patient, hostile, 'identity-taken');
  });

  it('when a carrier swaps the announcements of two people', async () => {
    const family = await meeting.page('family');
    const swapped = new Map([
      [clinician.id, patient],
      [patient.id, clinician],
    ]);
    meeting.fate = (from, to, envelope) => {
      const other = swapped.get(from);
      if (to !== family.id || other === undefined || isSealed(envelope)) return 'carried';
      family.engine.receive(from, announcementOf(other));
      return 'lost';
    };
    meeting.meet(clinician, family);
    meeting.meet(patient, family);
    await eventually(() => {
      // Each proof is sealed by a key that does not belong to the announcement it seems to follow.
      expect(family.dropped.filter(({ from }) => from === clinician.id)).not.toEqual([]);
      expect(family.dropped.filter(({ from }) => from === patient.id)).not.toEqual([]);
    });
    expect(family.verified.size).toBe(0);
    expect(family.engine.state.get().recipients).toEqual([]);
  });

  it('as somebody else than they were, even after leaving', async () => {
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    clinician.engine.participantLeft(patient.id);
    clinician.engine.participantJoined(patient.id);
    const hostile = await meeting.page('observer');
    clinician.engine.receive(patient.id, announcementOf(hostile));
    await isDropped(clinician, patient, 'pass-disagrees-with-room');
  });

  it('under a key they had before', async () => {
    const old = announcementOf(patient);
    meeting.clock.advance(2000);
    const keys = await createPassKeys(crypto);
    const { sub, name } = patient.session.identity;
    const { pass, identity } = await meeting.host.issue(meeting.clock, 'patient', keys, { sub, name });
    await patient.engine.open({ ...patient.session, keys, pass, identity });
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    clinician.engine.receive(patient.id, old);
    await isDropped(clinician, patient, 'replayed');
    expect(clinician.unverified).toEqual([]);
  });

  it('while they have announced another key and not proved it: nothing is sent to either', async () => {
    meeting.meet(clinician, patient);
    await areVerified(clinician, patient);
    const keys = await createPassKeys(crypto);
    const { sub, name } = patient.session.identity;
    const { pass } = await meeting.host.issue(meeting.clock, 'patient', keys, { sub, name });
    meeting.fate = (from) => (from === patient.id ? 'lost' : 'carried');
    clinician.engine.receive(patient.id, encodeKeyAnnouncement(keys.publicKey, pass));
    await eventually(() => {
      expect(clinician.unverified).toEqual([patient.id]);
    });
    expect(clinician.engine.state.get().recipients).toEqual([]);
    await expect(clinician.engine.send(patient.id, 'hello')).rejects.toMatchObject({
      code: 'message-no-recipient-key',
    });
  });

  it('before they greet, whatever else they seal', async () => {
    const hostile = await meeting.page('observer');
    hostile.engine.wipe();
    patient.engine.participantJoined(hostile.id);
    patient.engine.receive(hostile.id, announcementOf(hostile));
    const [early] = await sealAs(hostile, patient, { type: 'text', text: 'boo' });
    patient.engine.receive(hostile.id, early!);
    await isDropped(patient, hostile, 'no-valid-pass');
    expect(patient.engine.state.get().conversations).toEqual({});
  });

  it('who is not admitted, or is the vendor’s recorder: nothing is said to them and nothing heard', async () => {
    for (const claims of [null, { role: 'recorder' }] as const) {
      patient.dropped.length = 0;
      meeting.claims = () => claims;
      patient.engine.participantJoined(clinician.id);
      patient.engine.receive(clinician.id, announcementOf(clinician));
      await isDropped(patient, clinician, 'unadmitted-sender');
      meeting.clock.advance(60_000);
      patient.engine.participantLeft(clinician.id);
    }
    expect(meeting.wire).toEqual([]);
  });
});
