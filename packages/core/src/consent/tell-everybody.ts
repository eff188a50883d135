import type { ParticipantId } from '../contract/identity.ts';
import type { ConsentNotice, ConsentSubject } from '../messages/content.ts';
import { consentSubjects } from './consent.ts';
import type { ConsentSession } from './consent-engine.ts';
import { among, amongOf, everybodyAgreed, peopleOf, type ConsentPerson } from './ledger.ts';
import type { Matter } from './matter.ts';

/** What telling works with. */
export interface Telling {
  readonly session: Pick<ConsentSession, 'texts' | 'others' | 'sub' | 'tell'>;
  readonly matters: Readonly<Record<ConsentSubject, Matter>>;
  /** A message was not taken: everybody must be told again in a while. */
  readonly failed: () => void;
}

/**
 * Tells everybody else, sealed for each and once, what this page's person answered, what this page asks, and to clinicians
 * that everybody has agreed.
 */
export const createTelling = ({ session, matters, failed }: Telling): (() => void) => {
  const people = (): readonly ConsentPerson[] => peopleOf(session.others());

  /** @param forget takes back that it was told */
  const send = (to: ParticipantId, notice: ConsentNotice, forget: () => void): void => {
    session.tell(to, notice).catch(() => {
      forget();
      failed();
    });
  };

  const tellAnswer = (subject: ConsentSubject, { id }: ConsentPerson): void => {
    const { ledger, told, language } = matters[subject];
    const text = session.texts[subject];
    const last = told.get(id) ?? {};
    const forget = (): void => {
      delete last.answer;
    };
    if (ledger.own === 'agreed' && text !== null) {
      if (last.answer === 'agreed') return;
      told.set(id, Object.assign(last, { answer: 'agreed' }));
      send(id, { type: 'consent', to: subject, text: text.hash, language }, forget);
      return;
    }
    if (ledger.own !== 'declined' && ledger.own !== 'withdrawn') return;
    if (last.answer === 'refused') return;
    told.set(id, Object.assign(last, { answer: 'refused' }));
    send(id, { type: 'withdraw', from: subject }, forget);
  };

  const tellQuestion = (subject: ConsentSubject, { id }: ConsentPerson): void => {
    const { asking, told } = matters[subject];
    const text = session.texts[subject];
    const last = told.get(id) ?? {};
    if (asking === 0 || text === null || last.ask === asking) return;
    told.set(id, Object.assign(last, { ask: asking }));
    send(id, { type: 'control', control: 'ask', for: subject, text: text.hash, round: asking }, () => {
      delete last.ask;
    });
  };

  const tellThatAllAgreed = (subject: ConsentSubject, { id, role: theirs }: ConsentPerson): void => {
    const { ledger, told } = matters[subject];
    const text = session.texts[subject];
    if (theirs !== 'clinician' || text === null || !everybodyAgreed(ledger, people())) return;
    const all = among(session.sub, people());
    const last = told.get(id) ?? {};
    if (last.all === amongOf(all)) return;
    told.set(id, Object.assign(last, { all: amongOf(all) }));
    send(id, { type: 'control', control: 'all-agreed', for: subject, text: text.hash, among: all }, () => {
      delete last.all;
    });
  };

  return () => {
    for (const subject of consentSubjects) {
      for (const person of people()) {
        if (!person.verified) continue;
        tellAnswer(subject, person);
        tellQuestion(subject, person);
        tellThatAllAgreed(subject, person);
      }
    }
  };
};
