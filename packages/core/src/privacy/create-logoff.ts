import { browserEnvironment } from '../browser/browser-environment.ts';
import type { Cancel, Clock } from '../contract/environment.ts';
import type { ParticipantId } from '../contract/identity.ts';
import { createStore } from '../visit/store.ts';
import type { Readable } from '../visit/readable.ts';
import type { Visit } from '../visit/visit.ts';

/** After how long somebody leaves, in milliseconds. */
export interface LogoffLimits {
  /** Without a press, a voice or a message. Default 15 minutes. */
  readonly inactive?: number;
  /** Alone in the visit. Default 15 minutes. */
  readonly alone?: number;
  /** How long the warning stands: at least 20 s (WCAG 2.2.1). Default one minute. */
  readonly warning?: number;
}

/** What somebody is warned of. */
export interface LogoffState {
  readonly warning: 'inactive' | 'alone' | null;
  /** Until this page leaves; 0 without a warning. */
  readonly secondsLeft: number;
}

/** Leaves a visit that nobody uses. */
export interface Logoff {
  readonly state: Readable<LogoffState>;
  /** Somebody at this page has done something. Takes no standing warning away: only `stay` does. */
  readonly active: () => void;
  /** The person at this page wants to stay. */
  readonly stay: () => void;
  /** Watches until the returned function is called. */
  readonly start: () => Cancel;
}

const minute = 60_000;
/** A level above this is a voice, and the visit in use. */
const voice = 0.15;
const quiet: LogoffState = { warning: null, secondsLeft: 0 };

/**
 * Watches a visit and leaves it when nobody does, says or writes anything in it, or when somebody stays alone, after a
 * warning (45 CFR 164.312(a)(2)(iii)). Voices count: two people who talk for an hour press nothing.
 */
export const createLogoff = (
  visit: Pick<Visit, 'state' | 'messages' | 'onLevel' | 'leave'>,
  limits: LogoffLimits = {},
  clock: Clock = browserEnvironment().clock,
): Logoff => {
  const { inactive = 15 * minute, alone = 15 * minute, warning = minute } = limits;
  const shown = Math.max(warning, 20_000);
  const state = createStore(quiet);
  const listening = new Map<ParticipantId, () => void>();
  let lastActive = clock.now();
  let aloneSince: number | null = null;
  let warnedAt: number | null = null;

  const active = (): void => {
    if (warnedAt === null) lastActive = clock.now();
  };
  const stay = (): void => {
    warnedAt = null;
    lastActive = clock.now();
    if (aloneSince !== null) aloneSince = lastActive;
    state.set(quiet);
  };

  const hear = (): void => {
    const { order, self, phase } = visit.state.get();
    const people = phase.name === 'joined' ? [...order, ...(self.id === null ? [] : [self.id])] : [];
    for (const [id, forget] of listening) {
      if (people.includes(id)) continue;
      forget();
      listening.delete(id);
    }
    for (const id of people) {
      if (listening.has(id)) continue;
      const forget = visit.onLevel(id, (level) => {
        if (level > voice) active();
      });
      listening.set(id, forget);
    }
    const isAlone = phase.name === 'joined' && order.length === 0;
    aloneSince = isAlone ? (aloneSince ?? clock.now()) : null;
    if (state.get().warning === 'alone' && !isAlone) stay();
  };

  const due = (): LogoffState['warning'] => {
    const now = clock.now();
    if (aloneSince !== null && now - aloneSince >= alone - shown) return 'alone';
    return now - lastActive >= inactive - shown ? 'inactive' : null;
  };

  const look = (): void => {
    if (visit.state.get().phase.name !== 'joined') return;
    const reason = state.get().warning ?? due();
    if (reason === null) return;
    warnedAt ??= clock.now();
    const left = warnedAt + shown - clock.now();
    if (left <= 0) {
      stay();
      void visit.leave();
      return;
    }
    state.set({ warning: reason, secondsLeft: Math.ceil(left / 1_000) });
  };

  return {
    state,
    active,
    stay,
    start: () => {
      const stops: Cancel[] = [
        visit.state.subscribe(hear),
        visit.messages.state.subscribe(active),
        clock.every(1_000, look),
      ];
      stay();
      hear();
      return () => {
        for (const stop of [...stops, ...listening.values()]) stop();
        listening.clear();
      };
    },
  };
};
