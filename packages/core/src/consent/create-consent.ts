import type { Cancel } from '../contract/environment.ts';
import type { ParticipantId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import type { ConsentNotice, ConsentSubject } from '../messages/content.ts';
import { createStore } from '../visit/store.ts';
import { consentSubjects, unaskedMatter, type ConsentStanding, type ConsentState, type ReadText } from './consent.ts';
import type { ConsentEngine, ConsentSession } from './consent-engine.ts';
import type { ConsentText } from './consent-text.ts';
import {
  amongOf,
  everybodyAgreed,
  everybodyKnows,
  keepOnly,
  peopleOf,
  showLedger,
  type ConsentPerson,
} from './ledger.ts';
import { createMatter, type Matter } from './matter.ts';
import { createTelling } from './tell-everybody.ts';

/** How long after a withdrawal a recording may still be seen before this page's own tracks stop, in milliseconds. */
export const withdrawalLimit = 2_000;
/** A message that the room did not take is sent again after this many milliseconds. */
const retryTime = 1_000;
/** A question without an answer is repeated after this many milliseconds: the answer may have been lost. */
const repeatTime = 5_000;
/** How long somebody who was admitted may take to appear before nobody is expected any more, in milliseconds. */
const arrivalTime = 10_000;

/**
 * Decides who agreed to what. Every page keeps its own ledger: a recording is allowed on this page only when everybody
 * here told this page, sealed, that they agree to the very text this page has.
 */
export const createConsent = (session: ConsentSession): ConsentEngine => {
  const { clock, role, sub } = session;
  const matters: Readonly<Record<ConsentSubject, Matter>> = { recording: createMatter(), captions: createMatter() };
  const state = createStore<ConsentState>({ recording: unaskedMatter, captions: unaskedMatter });
  const timers = new Set<Cancel>();
  /** People this page has let in who are not here yet. */
  const expected = new Set<object>();
  /** Waits for the room to say that something stopped. */
  const watching = new Set<() => void>();
  let known = new Set<ParticipantId>();
  let rounds = 0;
  let retrying: Cancel | null = null;
  let repeating: Cancel | null = null;
  let closed = false;

  const people = (): readonly ConsentPerson[] => peopleOf(session.others());
  const textOf = (subject: ConsentSubject): ConsentText | null => session.texts[subject];

  const after = (milliseconds: number, act: () => void): Cancel => {
    const cancel = clock.after(milliseconds, () => {
      timers.delete(cancel);
      act();
    });
    timers.add(cancel);
    return () => {
      timers.delete(cancel);
      cancel();
    };
  };

  const standing = (subject: ConsentSubject): ConsentStanding => {
    const { ledger } = matters[subject];
    const justWithdrew = (who: ParticipantId | 'self'): boolean =>
      clock.now() < (ledger.withdrawnAt.get(who) ?? Number.NEGATIVE_INFINITY) + withdrawalLimit;
    if (everybodyAgreed(ledger, people())) return 'complete';
    return everybodyAgreed(ledger, people(), justWithdrew) ? 'withdrawing' : 'incomplete';
  };

  const ready = (subject: ConsentSubject): boolean =>
    !closed &&
    textOf(subject) !== null &&
    expected.size === 0 &&
    everybodyKnows(matters[subject].ledger, sub, people());

  /** What the room did not take is tried again in a while. */
  const retry = (): void => {
    if (closed) return;
    retrying ??= after(retryTime, () => {
      retrying = null;
      update();
    });
  };
  const tellEverybody = createTelling({ session, matters, failed: retry });

  /** A clinician's page stops what goes on without everybody's consent, whoever started it. */
  const stopUnconsented = (subject: ConsentSubject): void => {
    const matter = matters[subject];
    const { stop } = session;
    if (stop === undefined || matter.stopping || session.running(subject) !== true) return;
    if (standing(subject) === 'complete') return;
    matter.stopping = true;
    stop(subject)
      .catch(() => undefined)
      .finally(() => {
        matter.stopping = false;
        if (session.running(subject) === true) retry();
      });
  };

  /** Resolves once the room says that it has stopped. */
  const endBeforeAdmitting = async (subject: ConsentSubject): Promise<void> => {
    const { starting } = matters[subject];
    await starting;
    if (starting === null && session.running(subject) === false) return;
    // What this page can neither allow nor stop was never started here; the rules answer for what others start.
    if (session.stop === undefined) return;
    await session.stop(subject);
    if (session.running(subject) === false) return;
    await new Promise<void>((resolve, reject) => {
      const stopWaiting = after(withdrawalLimit, () => {
        watching.delete(look);
        reject(new RoomError('action-failed'));
      });
      const look = (): void => {
        if (session.running(subject) !== false) return;
        watching.delete(look);
        stopWaiting();
        resolve();
      };
      watching.add(look);
    });
  };

  const unanswered = (): boolean => consentSubjects.some((subject) => matters[subject].asking !== 0 && !ready(subject));

  /** Asks those again whose answer, or whose word that they hold everybody's, is not there. */
  const repeatQuestions = (): void => {
    for (const subject of consentSubjects) {
      const { ledger, told, asking } = matters[subject];
      if (asking === 0 || ready(subject)) continue;
      for (const { id } of people()) if (ledger.answers.get(id) !== 'refused') told.delete(id);
    }
  };

  const update = (): void => {
    if (closed) return;
    for (const look of watching) look();
    const here = people();
    for (const subject of consentSubjects) {
      const { ledger, told } = matters[subject];
      keepOnly(ledger, here);
      const verified = new Set(here.filter((person) => person.verified).map(({ id }) => id));
      for (const id of told.keys()) if (!verified.has(id)) told.delete(id);
    }
    tellEverybody();
    for (const subject of consentSubjects) stopUnconsented(subject);
    const before = state.get();
    const show = (subject: ConsentSubject) =>
      showLedger(before[subject], textOf(subject), matters[subject].ledger, here, ready(subject));
    const [recording, captions] = [show('recording'), show('captions')];
    if (recording !== before.recording || captions !== before.captions) state.set({ recording, captions });
    if (unanswered()) {
      repeating ??= after(repeatTime, () => {
        repeating = null;
        repeatQuestions();
        update();
      });
    }
    session.standingChanged();
  };

  /** From now on it is being stopped; who has not stopped it in time stops sending. */
  const beginWithdrawing = (subject: ConsentSubject, who: ParticipantId | 'self'): void => {
    matters[subject].ledger.withdrawnAt.set(who, clock.now());
    after(withdrawalLimit, update);
  };

  const agree = (subject: ConsentSubject, { language, shown }: ReadText): void => {
    const matter = matters[subject];
    if (closed || textOf(subject) === null || matter.ledger.own === 'agreed') return;
    matter.ledger.own = 'agreed';
    matter.language = language;
    if (matter.ledger.askedBy !== null && matter.ledger.askedBy !== 'self') {
      matter.answeredRounds.set(matter.ledger.askedBy, matter.askedRound);
    }
    session.answered({ subject, given: 'agreed', language, shown: shown ?? null, of: null, source: 'self' });
  };

  const refuse = (subject: ConsentSubject, own: 'declined' | 'withdrawn'): void => {
    const { ledger, answeredRounds, askedRound } = matters[subject];
    if (closed) return;
    const agreed = ledger.own === 'agreed';
    // Who agreed and now says no withdraws, whatever the button was called.
    if (!agreed && own === 'withdrawn') return;
    if (ledger.askedBy !== null && ledger.askedBy !== 'self') answeredRounds.set(ledger.askedBy, askedRound);
    ledger.own = agreed ? 'withdrawn' : 'declined';
    if (agreed) {
      matters[subject].asking = 0;
      beginWithdrawing(subject, 'self');
    }
    session.answered({ subject, given: ledger.own, language: null, shown: null, of: null, source: 'self' });
    update();
  };

  const takeQuestion = (from: ConsentPerson, subject: ConsentSubject, round: number): void => {
    const matter = matters[subject];
    const { ledger, told } = matter;
    if (ledger.own === 'agreed' || matter.answeredRounds.get(from.id) === round) {
      // They ask again: what was answered may have been lost, between any two of us.
      told.clear();
      return;
    }
    ledger.own = 'asked';
    ledger.askedBy = from.id;
    matter.askedRound = round;
  };

  const takeAnswer = (from: ConsentPerson, subject: ConsentSubject, language: string | null): void => {
    const { answers, held } = matters[subject].ledger;
    const before = answers.get(from.id);
    const now = language === null ? 'refused' : 'agreed';
    if (before === now) return;
    answers.set(from.id, now);
    if (now === 'refused') held.delete(from.id);
    if (before === 'agreed') beginWithdrawing(subject, from.id);
    const refusal = before === 'agreed' ? 'withdrawn' : 'declined';
    const given = now === 'agreed' ? 'agreed' : refusal;
    session.answered({ subject, given, language, shown: null, of: from.id, source: 'sealed-message' });
  };

  const take = (from: ConsentPerson, notice: ConsentNotice): void => {
    if (notice.type === 'withdraw') {
      takeAnswer(from, notice.from, null);
      return;
    }
    const subject = notice.type === 'consent' ? notice.to : notice.for;
    if (notice.text !== textOf(subject)?.hash) {
      session.textDiffers(from.id, subject);
      return;
    }
    if (notice.type === 'consent') takeAnswer(from, subject, notice.language);
    else if (notice.control === 'all-agreed') matters[subject].ledger.held.set(from.id, amongOf(notice.among));
    else if (from.role === 'clinician') takeQuestion(from, subject, notice.round);
  };

  return {
    state,
    standing,
    ready,
    roomChanged: () => {
      const here = new Set(people().map(({ id }) => id));
      for (const id of here) {
        const [first] = known.has(id) ? [] : expected;
        if (first !== undefined) expected.delete(first);
      }
      known = here;
      update();
    },
    received: (id, notice) => {
      const from = people().find((person) => person.id === id);
      if (closed || from?.verified !== true) return;
      take(from, notice);
      update();
    },
    start: async (subject, start) => {
      const matter = matters[subject];
      if (!ready(subject) || matter.starting !== null) return false;
      const started = start();
      matter.starting = started
        .catch(() => undefined)
        .finally(() => {
          matter.starting = null;
          update();
        });
      await started;
      return true;
    },
    makeRoom: async () => {
      const somebody = {};
      expected.add(somebody);
      after(arrivalTime, () => {
        expected.delete(somebody);
        update();
      });
      update();
      try {
        await Promise.all(consentSubjects.map(endBeforeAdmitting));
      } catch (error) {
        expected.delete(somebody);
        throw RoomError.from(error, 'action-failed');
      }
    },
    ask: (subject, read) => {
      const matter = matters[subject];
      if (closed || role !== 'clinician' || textOf(subject) === null) return;
      agree(subject, read);
      matter.ledger.askedBy = 'self';
      rounds += 1;
      matter.asking = rounds;
      update();
    },
    stopAsking: (subject) => {
      matters[subject].asking = 0;
    },
    agree: (subject, read) => {
      agree(subject, read);
      update();
    },
    decline: (subject) => {
      refuse(subject, 'declined');
    },
    withdraw: (subject) => {
      refuse(subject, 'withdrawn');
    },
    close: () => {
      closed = true;
      for (const cancel of timers) cancel();
      timers.clear();
      state.set({ recording: unaskedMatter, captions: unaskedMatter });
    },
  };
};
