import type { AuditLog } from '../audit/audit-log.ts';
import type { Environment } from '../contract/environment.ts';
import type { OpaqueId, ParticipantId, Pseudonym, Role } from '../contract/identity.ts';
import type { RoomAdapter } from '../contract/room-adapter.ts';
import type { ConsentNotice, ConsentSubject } from '../messages/content.ts';
import type { Facts, Policy } from '../policy/rule.ts';
import type { VisitState } from '../visit/visit-state.ts';
import type { ConsentReceipt } from './consent.ts';
import { consentTerms } from './consent-terms.ts';
import { createConsentText, hashSentences, type ConsentText } from './consent-text.ts';
import type { Answer, ConsentEngine } from './consent-engine.ts';
import { createConsent } from './create-consent.ts';

/** What consent needs of one joined visit. */
export interface VisitConsentParts {
  readonly adapter: Pick<RoomAdapter, 'manifest' | 'capabilities'>;
  readonly policy: Policy;
  readonly environment: Pick<Environment, 'clock' | 'crypto'>;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly self: { readonly id: OpaqueId; readonly name: Pseudonym; readonly role: Role };
  state(): VisitState;
  facts(): Facts;
  tell(to: ParticipantId, notice: ConsentNotice): Promise<void>;
  /** Makes the room stop it, past the gate: stopping is always allowed. @throws RoomError */
  stop(subject: ConsentSubject): Promise<void>;
  receipt(receipt: ConsentReceipt): void;
  standingChanged(consent: Facts['consent']): void;
}

const textFor = async (parts: VisitConsentParts, subject: ConsentSubject): Promise<ConsentText | null> => {
  const terms = consentTerms(parts.policy, parts.adapter.manifest, subject);
  return terms === null ? null : createConsentText(terms, parts.environment);
};

/** Keeps consent for one joined visit: reads the room, speaks through sealed messages, audits, and gives receipts. */
export const keepConsent = async (parts: VisitConsentParts): Promise<ConsentEngine> => {
  const { adapter, audit, environment, self } = parts;
  const [recording, captions] = await Promise.all([textFor(parts, 'recording'), textFor(parts, 'captions')]);
  const texts = { recording, captions };

  const running = (subject: ConsentSubject): boolean | 'unknown' => {
    const { room, people, self: own } = parts.facts();
    // From outside the visit nothing is known of it, and nothing asked of it.
    if (own.admission !== 'admitted') return 'unknown';
    return subject === 'recording' && people.recorders > 0 ? true : room[subject];
  };

  const answered = ({ subject, given, language, source, of, shown }: Answer): void => {
    const text = texts[subject]?.hash ?? '';
    audit.record({ type: 'consent-answered', subject, given, text, ...(of === null ? {} : { participant: of }) });
    const pseudonym = of === null ? self.name : parts.state().participants[of]?.pseudonym;
    if (pseudonym === undefined || pseudonym === null) return;
    const at = environment.clock.now();
    const give = (hash: string | null): void => {
      parts.receipt({ subject, given, pseudonym, text, language, shown: hash, at, source });
    };
    if (shown === null) give(null);
    else void hashSentences(shown, environment.crypto).then(give);
  };

  const engine = createConsent({
    clock: environment.clock,
    role: self.role,
    sub: self.id,
    texts,
    others: () => Object.values(parts.state().participants),
    running,
    tell: (to, notice) => parts.tell(to, notice),
    stop:
      self.role === 'clinician' && (adapter.capabilities.has('setRecording') || adapter.capabilities.has('setCaptions'))
        ? (subject) => parts.stop(subject)
        : undefined,
    answered,
    textDiffers: (participant, subject) => {
      audit.record({ type: 'consent-text-differs', subject, participant });
    },
    standingChanged: () => {
      parts.standingChanged({ recording: factOf('recording'), captions: factOf('captions') });
    },
  });

  const factOf = (subject: ConsentSubject): Facts['consent'][ConsentSubject] => {
    const standing = engine.standing(subject);
    if (standing !== 'incomplete') return standing;
    const { own, askedBy } = engine.state.get()[subject];
    return askedBy === null || own === 'withdrawn' ? 'none' : 'incomplete';
  };

  return engine;
};
