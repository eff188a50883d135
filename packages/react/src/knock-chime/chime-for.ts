import type { ParticipantId, Visit } from '@quietroom/core';

/** Whoever knocks again this soon, after a reload or a gap in their network, is heard of already. */
const sameKnock = 30_000;
/** Two who come together ring once. */
const together = 3_000;
/** Who it is, is known by then: the pass of somebody who knocks is checked first. */
const settled = 500;

/** What rings when somebody knocks. */
export interface Chime {
  /** In memory only, for as long as the visit's object lives. */
  readonly on: () => boolean;
  readonly turn: (on: boolean) => void;
  /** Rings for whoever knocks now or later, until the returned function is called. */
  readonly listen: () => () => void;
}

const createChime = ({ state, media }: Visit): Chime => {
  const lastSeen = new Map<string, number>();
  let on = true;
  let rang = 0;

  const ring = (id: ParticipantId) => {
    const knock = state.get().knocks[id];
    const now = Date.now();
    const ago = (then = 0) => now - then;
    const again = [id, knock?.sub ?? id].some((key) => ago(lastSeen.get(key)) < sameKnock);
    if (!on || !knock || knock.keptWaiting || again || ago(rang) < together) return;
    rang = now;
    // Where the page may make no sound yet, the list, the count and the announcement tell of it.
    media.chime().catch(() => undefined);
  };

  return {
    on: () => on,
    turn: (next) => {
      on = next;
    },
    listen: () => {
      const waiting = new Map<ParticipantId, { readonly key: string; readonly timer: ReturnType<typeof setTimeout> }>();
      const look = () => {
        const { knocks } = state.get();
        for (const [id, { key, timer }] of waiting) {
          if (knocks[id]) continue;
          clearTimeout(timer);
          waiting.delete(id);
          for (const known of [id, key]) lastSeen.set(known, Date.now());
        }
        for (const { id, sub } of Object.values(knocks))
          waiting.set(id, { key: sub ?? id, timer: waiting.get(id)?.timer ?? setTimeout(ring, settled, id) });
      };
      look();
      const stop = state.subscribe(look);
      return () => {
        look();
        stop();
        for (const { timer } of waiting.values()) clearTimeout(timer);
      };
    },
  };
};

const chimes = new WeakMap<Visit, Chime>();

/** The one chime of a visit. */
export function chimeFor(visit: Visit): Chime {
  const chime = chimes.get(visit) ?? createChime(visit);
  chimes.set(visit, chime);
  return chime;
}
