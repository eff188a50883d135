import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { participantId, type OpaqueId, type ParticipantId, type Role } from '../src/contract/identity.ts';
import { parseOpaqueId } from '../src/display-name/opaque-id.ts';
import type { ConsentNotice } from '../src/messages/content.ts';
import type { Answer, ConsentEngine } from '../src/consent/consent-engine.ts';
import { createConsent } from '../src/consent/create-consent.ts';
import type { ConsentText } from '../src/consent/consent-text.ts';
import type { ConsentPerson } from '../src/consent/ledger.ts';

/** The text everybody's page has unless a test says otherwise. */
export const agreedText: ConsentText = { subject: 'recording', statements: [], english: [], hash: 'A'.repeat(43) };

/** One person's page in a rehearsal: their ledger, and the room as they have seen it so far. */
export interface RehearsedPage {
  readonly id: ParticipantId;
  readonly sub: OpaqueId;
  readonly role: Role;
  readonly engine: ConsentEngine;
  readonly answers: Answer[];
  /** Whether their own tracks were stopped, as the rule about recorders does it. */
  stopped: boolean;
  /** The room as they see it. */
  recording: boolean;
  /** When they last took their consent back. */
  withdrewAt: number;
  inside: boolean;
}

type Delivered = ConsentNotice | 'hello';

/** Several pages, a vendor, and a network that delays, on a clock of the test's own. No crypto: the seal is elsewhere. */
export interface Rehearsal {
  readonly clock: FakeClock;
  readonly pages: readonly RehearsedPage[];
  readonly page: (index: number) => RehearsedPage;
  /** Whether the vendor records. */
  readonly recording: () => boolean;
  /** Comes in without being let in by anybody's page. */
  readonly walksIn: (index: number) => void;
  readonly leaves: (index: number) => void;
  /** A clinician presses "Admit". Resolves to whether the room let them in. */
  readonly admits: (clinician: number, index: number) => Promise<boolean>;
  /** A clinician presses "Start recording". Resolves to whether the room was asked. */
  readonly starts: (clinician: number) => Promise<boolean>;
  readonly stops: (clinician: number) => Promise<void>;
  /** The vendor, or a hostile page, records by itself. */
  readonly vendorRecords: (on: boolean) => void;
  /** Lets time pass, in steps small enough for promises to settle in between. */
  readonly passes: (milliseconds: number) => Promise<void>;
  /** Called when the vendor begins to record because a page asked, and when it lets somebody in. */
  onStart: (clinician: RehearsedPage) => void;
  onAdmit: () => void;
}

/** How a rehearsal's network behaves. Each delay is at most 400 ms. */
export interface Weather {
  /** The delay of the next message, event or command, in milliseconds; a line is `from>to`. */
  readonly delay: (line: string) => number;
  /** Whether the next message is lost. */
  readonly lost?: () => boolean;
  /** Whether the vendor ignores being told to stop. */
  readonly deaf?: () => boolean;
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
};

/** @param roles of everybody; nobody is inside yet. */
export const rehearse = (
  roles: readonly Role[],
  weather: Weather,
  texts: (index: number) => ConsentText = () => agreedText,
): Rehearsal => {
  const clock = createFakeClock();
  const members = new Set<RehearsedPage>();
  const lines = new Map<string, number>();
  let recording = false;
  let commands = 0;

  /** What goes along one line arrives in the order it was sent. */
  const along = (line: string, arrive: () => void): void => {
    const at = Math.max((lines.get(line) ?? 0) + 1, clock.now() + weather.delay(line));
    lines.set(line, at);
    clock.after(at - clock.now(), arrive);
  };

  const views = new Map<RehearsedPage, Map<ParticipantId, ConsentPerson>>();
  const greeted = new Map<RehearsedPage, Set<ParticipantId>>();
  const viewOf = (page: RehearsedPage): Map<ParticipantId, ConsentPerson> =>
    views.get(page) ?? new Map<ParticipantId, ConsentPerson>();

  const deliver = (from: RehearsedPage, to: RehearsedPage, what: Delivered): void => {
    if (what !== 'hello' && weather.lost?.() === true) return;
    along(`${from.id}>${to.id}`, () => {
      if (!to.inside) return;
      if (what !== 'hello') {
        to.engine.received(from.id, what);
        return;
      }
      greeted.get(to)?.add(from.id);
      prove(to, from.id);
    });
  };
  const prove = (page: RehearsedPage, id: ParticipantId): void => {
    const seen = viewOf(page).get(id);
    if (seen === undefined || greeted.get(page)?.has(id) !== true) return;
    viewOf(page).set(id, { ...seen, verified: true });
    page.engine.roomChanged();
  };
  const sees = (page: RehearsedPage, other: RehearsedPage): void => {
    viewOf(page).set(other.id, { id: other.id, sub: other.sub, role: other.role, verified: false, pseudonym: null });
    page.engine.roomChanged();
    deliver(page, other, 'hello');
    prove(page, other.id);
  };
  const tellOf = (to: RehearsedPage, event: () => void): void => {
    along(`vendor>${to.id}`, () => {
      if (to.inside) event();
    });
  };
  const setRecording = (on: boolean): void => {
    if (recording === on) return;
    recording = on;
    for (const page of members) {
      tellOf(page, () => {
        page.recording = on;
        page.engine.roomChanged();
      });
    }
  };
  const command = (from: RehearsedPage, act: () => void): Promise<void> =>
    new Promise((resolve) => {
      // Two commands may overtake each other.
      commands += 1;
      along(`${from.id}>vendor ${String(commands)}`, () => {
        act();
        // The answer follows what the vendor has already told this page.
        along(`vendor>${from.id}`, resolve);
      });
    });
  const stop = (from: RehearsedPage): Promise<void> =>
    command(from, () => {
      if (weather.deaf?.() !== true) setRecording(false);
    });

  const enter = (page: RehearsedPage): void => {
    if (members.has(page)) return;
    views.set(page, new Map());
    greeted.set(page, new Set());
    page.inside = true;
    page.recording = recording;
    const before = [...members];
    members.add(page);
    for (const other of before) {
      tellOf(other, () => {
        sees(other, page);
      });
      tellOf(page, () => {
        if (other.inside) sees(page, other);
      });
    }
    page.engine.roomChanged();
  };

  const pages = roles.map((role, index): RehearsedPage => {
    const answers: Answer[] = [];
    const text = texts(index);
    const sub = parseOpaqueId(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
    if (sub === null) throw new Error('Not an id.');
    const page: RehearsedPage = {
      id: participantId(`page-${String(index)}`),
      sub,
      role,
      answers,
      stopped: false,
      recording: false,
      withdrewAt: Number.NEGATIVE_INFINITY,
      inside: false,
      engine: createConsent({
        clock,
        role,
        sub,
        texts: { recording: text, captions: null },
        others: () => [...viewOf(page).values()],
        running: (subject) => subject === 'recording' && page.recording,
        tell: (to, notice) => {
          const recipient = pages.find(({ id }) => id === to);
          if (recipient !== undefined) deliver(page, recipient, notice);
          return Promise.resolve();
        },
        stop: role === 'clinician' ? () => stop(page) : undefined,
        answered: (answer) => {
          answers.push(answer);
          if (answer.source === 'self' && answer.given === 'withdrawn') page.withdrewAt = clock.now();
        },
        textDiffers: () => undefined,
        standingChanged: () => {
          if (page.inside && page.recording && page.engine.standing('recording') === 'incomplete') page.stopped = true;
        },
      }),
    };
    return page;
  });
  const page = (index: number): RehearsedPage => {
    const found = pages[index % pages.length];
    if (found === undefined) throw new Error('Nobody is in this rehearsal.');
    return found;
  };

  const rehearsal: Rehearsal = {
    clock,
    pages,
    page,
    recording: () => recording,
    walksIn: (index) => {
      enter(page(index));
    },
    leaves: (index) => {
      const leaving = page(index);
      if (!members.delete(leaving)) return;
      leaving.inside = false;
      for (const other of members) {
        tellOf(other, () => {
          viewOf(other).delete(leaving.id);
          other.engine.roomChanged();
        });
      }
    },
    admits: async (clinician, index) => {
      const by = page(clinician);
      try {
        await by.engine.makeRoom();
      } catch {
        return false;
      }
      await command(by, () => {
        if (!members.has(page(index)) && members.has(by)) rehearsal.onAdmit();
        if (members.has(by)) enter(page(index));
      });
      return true;
    },
    starts: (clinician) => {
      const by = page(clinician);
      return by.engine.start('recording', () => {
        rehearsal.onStart(by);
        return command(by, () => {
          if (members.has(by)) setRecording(true);
        });
      });
    },
    stops: (clinician) => stop(page(clinician)),
    vendorRecords: setRecording,
    passes: async (milliseconds) => {
      await settle();
      for (let left = milliseconds; left > 0; left -= 100) {
        clock.advance(Math.min(100, left));
        await settle();
      }
    },
    onStart: () => undefined,
    onAdmit: () => undefined,
  };
  return rehearsal;
};
