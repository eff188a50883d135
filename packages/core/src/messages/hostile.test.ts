import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DropReason } from '../audit/audit-event.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { encodeContent, type SealedContent } from './content.ts';
import { decodeEnvelope, encodeKeyAnnouncement } from './envelope-codec.ts';
import type { Envelope } from './envelope.ts';
import { createMeeting, type Meeting, type Page } from './meeting.test.support.ts';
import { createSendingContext, importAnnouncedKey, type SendingContext } from './sealing.ts';

const eventually = (fact: () => void): Promise<void> => vi.waitFor(fact, { interval: 1, timeout: 5000 });
const hello = { type: 'control', control: 'hello' } as const;

let meeting: Meeting;
let clinician: Page;
/** Verified, with a pass and a key of their own, and a client they wrote themselves. */
let hostile: Page;
let context: SendingContext;

const contextTowards = async (to: Page, visit = meeting.host.visit): Promise<SendingContext> =>
  createSendingContext(
    hostile.session.keys,
    await importAnnouncedKey(to.session.keys.publicKey, crypto),
    visit,
    crypto,
  );

type Fields = Partial<Parameters<SendingContext['seal']>[0]>;
const seal = (content: SealedContent | Uint8Array, fields: Fields = {}, by = context): Promise<Envelope> =>
  by.seal(
    {
      sender: hostile.session.identity.sub,
      recipient: clinician.session.identity.sub,
      message: createOpaqueId(crypto),
      part: 0,
      parts: 1,
      ...fields,
    },
    content instanceof Uint8Array ? content : encodeContent(content),
  );
const text = (words: string): SealedContent => ({ type: 'text', text: words });
const throws = (envelope: Uint8Array): void => {
  clinician.engine.receive(hostile.id, envelope);
};
const reasons = (): DropReason[] => clinician.dropped.map(({ reason }) => reason);
const dropped = (...expected: DropReason[]): Promise<void> =>
  eventually(() => {
    expect(reasons()).toEqual(expected);
  });
const texts = (): string[] => {
  meeting.clock.advance(100);
  return clinician.messagesWith(hostile).map(({ text: words }) => words);
};

beforeEach(async () => {
  meeting = await createMeeting(crypto);
  clinician = await meeting.page('clinician');
  hostile = await meeting.page('observer');
  hostile.engine.wipe();
  clinician.engine.participantJoined(hostile.id);
  context = await contextTowards(clinician);
  throws(encodeKeyAnnouncement(hostile.session.keys.publicKey, hostile.session.pass));
  throws(await seal(hello));
  await eventually(() => {
    expect(clinician.verified.has(hostile.id)).toBe(true);
  });
});

describe('a page of somebody with a pass and bad intentions', () => {
  it('is answered as any other', async () => {
    throws(await seal(text('hello')));
    await eventually(() => {
      expect(texts()).toEqual(['hello']);
    });
  });

  it('cannot have an envelope opened twice, not even by leaving and coming back or from another page', async () => {
    const envelope = await seal(text('once'));
    throws(envelope);
    throws(envelope);
    await dropped('replayed');
    clinician.engine.participantLeft(hostile.id);
    clinician.engine.participantJoined(hostile.id);
    throws(encodeKeyAnnouncement(hostile.session.keys.publicKey, hostile.session.pass));
    throws(await seal(hello));
    throws(envelope);
    await dropped('replayed', 'replayed');
    expect(texts()).toEqual(['once']);
  });

  it('cannot send an older envelope after a newer one', async () => {
    const older = await seal(text('older'));
    throws(await seal(text('newer')));
    throws(older);
    await dropped('replayed');
    expect(texts()).toEqual(['newer']);
  });

  it('cannot have an envelope for somebody else read, or say it is from somebody else', async () => {
    throws(await seal(text('x'), { recipient: createOpaqueId(crypto) }));
    throws(await seal(text('x'), { sender: clinician.session.identity.sub }));
    await dropped('other-recipient', 'no-valid-pass');
  });

  it('cannot bring an envelope from another visit', async () => {
    throws(await seal(text('x'), {}, await contextTowards(clinician, createOpaqueId(crypto))));
    await dropped('unopenable');
  });

  it('cannot make content that is not one of the known kinds', async () => {
    const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
    const contents = [
      new Uint8Array(0),
      Uint8Array.of(0xff, 0xfe),
      encode('text'),
      encode({ type: 'html', html: '<b>' }),
      encode({ type: 'text', text: 'x', html: '<b>x</b>' }),
      encode({ type: 'text', text: '' }),
      encode({ type: 'text', text: { toString: 'x' } }),
      encode({ type: 'ack', message: 'not an id' }),
      encode({ type: 'control', control: 'endForEveryone' }),
      encode({ type: 'consent', to: 'everything' }),
      new TextEncoder().encode('{"type":"text","text":"x","__proto__":{}}'),
    ];
    for (const content of contents) throws(await seal(content));
    await dropped(...contents.map(() => 'malformed' as const));
    expect(texts()).toEqual([]);
  });

  it('cannot confirm a message that was sent to somebody else', async () => {
    const patient = await meeting.page('patient');
    meeting.meet(clinician, patient);
    await eventually(() => {
      expect(clinician.engine.state.get().recipients).toContain(patient.id);
    });
    meeting.fate = (from) => (from === patient.id ? 'lost' : 'carried');
    const id = await clinician.engine.send(patient.id, 'for the patient');
    throws(await seal({ type: 'ack', message: id }));
    throws(await seal(text('marker')));
    await eventually(() => {
      expect(texts()).toEqual(['marker']);
    });
    meeting.clock.advance(10_000);
    expect(clinician.messagesWith(patient)).toMatchObject([{ delivery: 'failed' }]);
  });

  it('cannot put words beside a message of this page by using its id', async () => {
    meeting.fate = () => 'lost';
    const id = await clinician.engine.send(hostile.id, 'I never said yes');
    throws(await seal(text('yes'), { message: id }));
    throws(await seal(text('marker')));
    await eventually(() => {
      expect(texts()).toEqual(['I never said yes', 'marker']);
    });
  });

  it('cannot flood: 40 texts at once and 20 a second are shown, the rest is dropped', async () => {
    for (let index = 0; index < 45; index += 1) throws(await seal(text(`line ${index}`)));
    await dropped('too-many', 'too-many', 'too-many', 'too-many', 'too-many');
    expect(texts()).toHaveLength(40);
    meeting.clock.advance(1000);
    throws(await seal(text('later')));
    await eventually(() => {
      expect(texts()).toHaveLength(41);
    });
  });

  it('cannot flood with anything else either, nor the audit with its flood', async () => {
    const junk = Uint8Array.of(1, 9);
    for (let index = 0; index < 2000; index += 1) throws(junk);
    await eventually(() => {
      expect(reasons().filter((reason) => reason === 'too-many')).toHaveLength(1);
      expect(reasons().filter((reason) => reason === 'malformed').length).toBeGreaterThan(200);
    });
    expect(reasons().length).toBeLessThan(400);
    meeting.clock.advance(2000);
    throws(await seal(text('still talking')));
    await eventually(() => {
      expect(texts()).toEqual(['still talking']);
    });
  });

  it('cannot keep this page busy checking and answering announcements', async () => {
    const answers = hostile.arrived.length;
    const announcement = encodeKeyAnnouncement(hostile.session.keys.publicKey, hostile.session.pass);
    for (let index = 0; index < 30; index += 1) throws(announcement);
    throws(await seal(text('marker')));
    // One was used before: nine are answered.
    await dropped(...new Array<DropReason>(21).fill('too-many'));
    await eventually(() => {
      expect(texts()).toEqual(['marker']);
    });
    expect(hostile.arrived.length - answers).toBeLessThanOrEqual(12);
  });

  it('cannot make this page set up contexts without end', async () => {
    for (let index = 0; index < 12; index += 1) throws(await seal(text('x'), {}, await contextTowards(clinician)));
    await eventually(() => {
      expect(reasons()).toContain('too-many');
    });
    for (let index = 0; index < 40; index += 1) {
      meeting.clock.advance(1000);
      throws(await seal(text('x'), {}, await contextTowards(clinician)));
    }
    clinician.dropped.length = 0;
    meeting.clock.advance(60_000);
    throws(await seal(text('one more'), {}, await contextTowards(clinician)));
    await dropped('too-many');
    // The context they already had still works.
    throws(await seal(text('old way')));
    await eventually(() => {
      expect(texts()).toContain('old way');
    });
  });

  it('cannot leave more than four messages unfinished, or any for longer than 30 seconds', async () => {
    const part = new Uint8Array(100).fill(32);
    const unfinished = async (): Promise<void> => {
      throws(await seal(part, { part: 0, parts: 2 }));
    };
    for (let index = 0; index < 5; index += 1) await unfinished();
    await dropped('too-many');
    meeting.clock.advance(30_000);
    await unfinished();
    throws(await seal(text('marker')));
    await eventually(() => {
      expect(texts()).toEqual(['marker']);
    });
    expect(reasons()).toEqual(['too-many']);
  });

  it('has every envelope dropped in which any one bit was turned over', async () => {
    const envelope = await seal(text('the dose is 5 mg, not 50'));
    const before = clinician.engine.state.get();
    // The header is 121 bytes of 393; half of the runs turn over a bit of it.
    const place = fc.oneof(fc.nat(121 * 8 - 1), fc.nat(envelope.length * 8 - 1));
    await fc.assert(
      fc.asyncProperty(place, async (bit) => {
        clinician.dropped.length = 0;
        const changed = envelope.slice();
        changed[bit >> 3]! ^= 1 << (bit & 7);
        meeting.clock.advance(1000);
        throws(changed);
        await eventually(() => {
          expect(clinician.dropped).toHaveLength(1);
        });
      }),
      { numRuns: 400 },
    );
    expect(clinician.engine.state.get()).toBe(before);
    // None of that spoiled the real one.
    throws(envelope);
    await eventually(() => {
      expect(texts()).toEqual(['the dose is 5 mg, not 50']);
    });
  });

  it('has whatever else it sends dropped, with nothing thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 1600 }), fc.constantFrom(null, 1, 2), async (bytes, kind) => {
        clinician.dropped.length = 0;
        meeting.clock.advance(1000);
        throws(kind === null ? bytes : Uint8Array.of(1, kind, ...bytes));
        await eventually(() => {
          expect(clinician.dropped).toHaveLength(1);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('whoever carries the envelopes', () => {
  it('sees no words, and no size but multiples of 256 after the header', async () => {
    const patient = await meeting.page('patient');
    meeting.meet(clinician, patient);
    await eventually(() => {
      expect(clinician.engine.state.get().recipients).toContain(patient.id);
    });
    const words = [
      'no',
      'ZYL-7Q4K-chat',
      'Zylphia Quonsett, DOB 02/03/1931',
      'x'.repeat(300),
      'long words '.repeat(400),
    ];
    for (const line of words) await clinician.engine.send(patient.id, line);
    await eventually(() => {
      meeting.clock.advance(100);
      expect(patient.messagesWith(clinician).map(({ text: line }) => line)).toEqual(words);
    });
    const sizes = new Set<number>();
    for (const envelope of meeting.wire) {
      const seen = new TextDecoder('latin1').decode(envelope);
      // Nothing of three letters: a pass in an announcement spells those by chance.
      for (const secret of ['ZYL-7Q4K', 'Quonsett', '1931', 'xxxx', 'long words', '"text"', 'hello', '"ack"']) {
        expect(seen.includes(secret)).toBe(false);
      }
      expect(envelope.length).toBeLessThanOrEqual(1500);
      if (decodeEnvelope(envelope).kind === 'sealed') sizes.add(envelope.length);
    }
    expect([...sizes].map((size) => (size - 121 - 16) % 256)).toEqual([...sizes].map(() => 0));
  });
});
