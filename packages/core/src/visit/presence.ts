import type { AuditLog } from '../audit/audit-log.ts';
import type { ParticipantId } from '../contract/identity.ts';
import type { MessagesEngine } from '../messages/create-messages.ts';
import type { VisitModel } from './visit-model.ts';

/** What following who is here works with. */
export interface PresenceParts {
  readonly model: VisitModel;
  readonly messages: Pick<MessagesEngine, 'participantJoined' | 'participantLeft' | 'reannounce'>;
  readonly audit: Pick<AuditLog, 'record'>;
  /** Somebody is in the visit who was not. */
  readonly arrived: (id: ParticipantId) => void;
}

/** Who is in the visit, for a page that is in it. */
export interface Presence {
  /** From outside there is nobody to speak to or to listen to. */
  readonly inVisit: (id: ParticipantId) => boolean;
  /** Tells whoever must know who came and who went since the last look. */
  readonly follow: () => void;
  /** Announces this page again to everybody who is here. */
  readonly reannounce: () => void;
}

/** See {@link Presence}. */
export const createPresence = ({ model, messages, audit, arrived }: PresenceParts): Presence => {
  const present = new Set<ParticipantId>();
  const inVisit = (id: ParticipantId): boolean => {
    const { self, participants } = model.view();
    return self.admission === 'admitted' && participants[id]?.admitted === true;
  };
  return {
    inVisit,
    follow: () => {
      const admitted = new Set((Object.keys(model.view().participants) as ParticipantId[]).filter(inVisit));
      for (const id of [...present]) {
        if (admitted.has(id)) continue;
        present.delete(id);
        messages.participantLeft(id);
        audit.record({ type: 'participant-left', participant: id });
      }
      for (const id of admitted) {
        if (present.has(id)) continue;
        present.add(id);
        audit.record({ type: 'participant-joined', participant: id });
        messages.participantJoined(id);
        arrived(id);
      }
    },
    reannounce: () => {
      for (const id of present) messages.reannounce(id);
    },
  };
};
