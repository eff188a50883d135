import type { ConsentDoor } from '../consent/consent-door.ts';
import type { ConsentEngine } from '../consent/consent-engine.ts';
import type { VisitConsentParts } from '../consent/visit-consent.ts';
import type { ParticipantId } from '../contract/identity.ts';
import type { RoomAction } from '../contract/room-action.ts';
import { RoomError } from '../contract/room-error.ts';
import type { ConsentNotice, ConsentSubject } from '../messages/content.ts';
import { locks } from '../policy/locks.ts';
import { Refusal } from '../policy/refusal.ts';
import type { Policy } from '../policy/rule.ts';

/** The consent of one attempt: loaded for a visit that may be recorded or captioned, and nothing otherwise. */
export interface AttemptConsent {
  /** The visit has begun. */
  begin(parts: VisitConsentParts): void;
  roomChanged(): void;
  received(from: ParticipantId, notice: ConsentNotice): void;
  /** Carries an action out, with what consent asks of it. @throws Refusal @throws RoomError */
  carryOut(action: RoomAction, perform: () => Promise<void>): Promise<void>;
  close(): void;
}

const subjectOf = (action: RoomAction): ConsentSubject | null => {
  if (action.type === 'setRecording') return 'recording';
  return action.type === 'setCaptions' ? 'captions' : null;
};

const refuse = (action: RoomAction): never => {
  const rule = locks.find(({ id }) => id === 'Q-CONSENT-FIRST');
  throw new Refusal(action.type, {
    allowed: false,
    ruleId: 'Q-CONSENT-FIRST',
    remedy: rule?.remedy ?? '',
    control: 'explain',
  });
};

/** See {@link AttemptConsent}. @param goesOn whether the room says that something is being recorded or captioned */
export const createAttemptConsent = (policy: Policy, door: ConsentDoor, goesOn: () => boolean): AttemptConsent => {
  const possible = policy.recording !== 'none' || policy.captions;
  const code = possible ? import('../consent/visit-consent.ts') : null;
  // Looked at by whoever needs it; until then a rejection has nobody to tell.
  code?.catch(() => undefined);
  const early: (readonly [ParticipantId, ConsentNotice])[] = [];
  let keeping: Promise<ConsentEngine | null> | null = null;
  let engine: ConsentEngine | null = null;
  let closed = false;

  const keep = async (parts: VisitConsentParts): Promise<ConsentEngine | null> => {
    const loaded = await code?.catch(() => null);
    const made = await loaded?.keepConsent(parts);
    if (made === undefined || closed) {
      made?.close();
      return null;
    }
    engine = made;
    door.lead(made);
    made.roomChanged();
    for (const [from, notice] of early.splice(0)) made.received(from, notice);
    return made;
  };

  return {
    begin: (parts) => {
      if (possible && keeping === null) keeping = keep(parts);
    },
    roomChanged: () => {
      engine?.roomChanged();
    },
    received: (from, notice) => {
      if (engine !== null) engine.received(from, notice);
      // What keeps it is still on its way. Anybody can send these, so only a few are kept.
      else if (possible && early.length < 100) early.push([from, notice]);
    },
    carryOut: async (action, perform) => {
      const subject = subjectOf(action);
      if (subject !== null && 'on' in action && action.on) {
        const started = await (await keeping)?.start(subject, perform);
        if (started !== true) refuse(action);
        return;
      }
      if (action.type === 'admit') {
        const kept = await keeping;
        await kept?.makeRoom();
        // Where nobody could be asked, nobody is let into what somebody else has started.
        if (goesOn()) throw new RoomError('action-failed');
      }
      await perform();
    },
    close: () => {
      closed = true;
      engine?.close();
      door.lead(null);
    },
  };
};
