import type { AuditLog } from '../audit/audit-log.ts';
import type { Cancel, Clock } from '../contract/environment.ts';
import type { ParticipantId } from '../contract/identity.ts';
import type { CaptureSource, RoomAction } from '../contract/room-action.ts';
import type { RoomAdapter } from '../contract/room-adapter.ts';
import type { Announcement } from '../announcements/announcement.ts';
import type { VisitMedia } from '../media/visit-media.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { Facts, Finding, Policy } from '../policy/rule.ts';
import type { VisitModel } from './visit-model.ts';

/** How long a visit whose media a rule has stopped is kept open, so that people can read why. */
const readingTime = 30_000;
/** How long a room may take to stop sending what it was told to; then the devices go dark. */
const obeyLimit = 900;
/** How long somebody who has come in may take to prove who they are, before nothing more is sent. */
const proofLimit = 10_000;

const sources = ['microphone', 'camera', 'screen'] as const;
const switchOf = (source: CaptureSource, on: boolean): RoomAction =>
  source === 'microphone'
    ? { type: 'setMicrophone', on }
    : source === 'camera'
      ? { type: 'setCamera', on }
      : { type: 'shareScreen', on };

/** What the tripwires watch and act on. */
export interface TripwireParts {
  readonly adapter: Pick<RoomAdapter, 'rules'>;
  readonly policy: Policy;
  readonly clock: Clock;
  readonly model: VisitModel;
  readonly media: Pick<VisitMedia, 'close'>;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly announce: (announcement: Announcement) => void;
  /** Asks the room, past the gate: stopping is always allowed. */
  readonly perform: (action: RoomAction) => Promise<void>;
  /** What was held back may be sent. */
  readonly publish: () => void;
  readonly end: (findings: readonly Finding[]) => void;
}

/** The live rules of a visit: what stops its media, and what lets them wait for an answer. */
export interface Tripwires {
  /** Looks at the facts, and acts where a rule is broken. Rules run only when facts have changed. */
  watch(): void;
  /** Somebody has come in: they have a while to prove who they are. */
  arrived(id: ParticipantId): void;
  /** Somebody at this page says that a participant may be here. What was paused for them goes on. */
  expect(id: ParticipantId): void;
  /** Whether nothing may be sent now. */
  holds(): boolean;
  /** Ends all timers. */
  end(): void;
}

/** See {@link Tripwires}. */
export const createTripwires = (parts: TripwireParts): Tripwires => {
  const { policy, clock, model, media, audit } = parts;
  const stops: (() => void)[] = [];
  const silencing = new Set<CaptureSource>();
  let seen: Facts | null = null;
  let paused: readonly CaptureSource[] | null = null;
  let answering = false;

  const sendingNow = (): readonly CaptureSource[] => sources.filter((source) => model.view().self.sending[source]);
  const holds = (): boolean => model.facts.get().mediaStopped || paused !== null;

  /** Nothing is sent while the media are held back, whoever started it. */
  const silence = (): void => {
    for (const source of sendingNow()) {
      if (silencing.has(source)) continue;
      silencing.add(source);
      const stopWaiting = clock.after(obeyLimit, () => {
        if (holds() && model.view().self.sending[source]) media.close();
      });
      stops.push(stopWaiting);
      void parts
        .perform(switchOf(source, false))
        .catch(() => {
          if (holds()) media.close();
        })
        .finally(() => {
          silencing.delete(source);
        });
    }
  };

  const stopMedia = (stopping: readonly Finding[]): void => {
    // The devices go dark first; what the room then does about it only makes it tidy.
    media.close();
    model.know({ mediaStopped: true });
    for (const source of sources) void parts.perform(switchOf(source, false)).catch(() => undefined);
    audit.record({ type: 'media-stopped', ruleIds: stopping.map(({ ruleId }) => ruleId) });
    stops.push(
      clock.after(readingTime, () => {
        parts.end(stopping);
      }),
    );
  };

  const judge = (): void => {
    const facts = model.facts.get();
    if (facts === seen) return;
    seen = facts;
    const findings = evaluate(policy, facts, ['page', 'connected', 'live'], parts.adapter.rules);
    model.setFindings(findings);
    const stopping = findings.filter(({ effect }) => effect === 'stop-media');
    if (stopping.length > 0 && !facts.mediaStopped) stopMedia(stopping);
    const pausing = findings.filter(({ effect }) => effect === 'pause-media');
    if (pausing.length > 0 && paused === null) {
      paused = sendingNow();
      audit.record({ type: 'media-paused', ruleIds: pausing.map(({ ruleId }) => ruleId) });
      for (const id of model.state.get().unexpected) parts.announce({ type: 'unexpected', participant: id });
    }
    if (pausing.length > 0 || paused === null) return;
    const waited = paused.filter((source) => source !== 'screen');
    paused = null;
    if (waited.length > 0 && !answering) parts.announce({ type: 'pause-over', sources: waited });
  };

  /** Who is in the visit, and until when somebody without proof is waited for: gone, proved, or since when not. */
  const waits = new Map<ParticipantId, Cancel | null>();
  const followProofs = (): void => {
    for (const [id, stopWaiting] of waits) {
      const person = model.state.get().participants[id];
      if (person !== undefined && !person.verified) {
        waits.set(id, stopWaiting ?? waitForProof(id));
        continue;
      }
      stopWaiting?.();
      if (person === undefined) waits.delete(id);
      else waits.set(id, null);
    }
  };
  const waitForProof = (id: ParticipantId): Cancel =>
    clock.after(proofLimit, () => {
      model.proofIsDue(id);
      watch();
    });

  const watch = (): void => {
    followProofs();
    judge();
    if (holds()) silence();
  };

  return {
    holds,
    watch,
    arrived: (id) => {
      waits.set(id, waits.get(id) ?? null);
      followProofs();
    },
    expect: (id) => {
      const before = paused;
      answering = true;
      model.expect(id);
      audit.record({ type: 'participant-expected', participant: id });
      watch();
      answering = false;
      if (before === null || holds()) return;
      // The person has just said so: this is their press, not a source that starts by itself.
      parts.publish();
      for (const source of before)
        if (source !== 'screen') void parts.perform(switchOf(source, true)).catch(() => undefined);
    },
    end: () => {
      for (const stop of stops) stop();
      for (const stopWaiting of waits.values()) stopWaiting?.();
    },
  };
};
