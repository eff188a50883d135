import type { ParticipantId, Visit } from '@quietroom/core';

/** Whoever knocks again this soon, after a reload or a gap in their network, is heard of already. */
const sameKnock = 30_000;
/** Two who come together ring once. */
const together = 3_000;
/** A pass is checked in this time; after it a knock rings though nobody vouches for it. */
const vouching = 1_500;

/** What rings when somebody knocks. */
export interface Chime {
  readonly on: () => boolean;
  /** In memory only, for as long as the visit's object lives. */
  readonly turn: (on: boolean) => void;
  /** Rings for whoever knocks now or later, until the returned function is called. */
  readonly listen: () => () => void;
}

const createChime = ({ state, media }: Visit): Chime => {
  const lastSeen = new Map<string, number>();
  let on = true;
  let rang = -Infinity;

  const keyOf = (id: ParticipantId): string => state.get().knocks[id]?.sub ?? id;
  const ring = (...keys: readonly string[]) => {
    const now = Date.now();
    const again = keys.some((key) => now - (lastSeen.get(key) ?? -Infinity) < sameKnock);
    if (!on || again || now - rang < together) return;
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
      const told = new Map<ParticipantId, string>();
      const unvouched = new Map<ParticipantId, ReturnType<typeof setTimeout>>();
      const tell = (id: ParticipantId) => {
        clearTimeout(unvouched.get(id));
        unvouched.delete(id);
        const key = keyOf(id);
        if (!told.has(id) && state.get().knocks[id]?.keptWaiting === false) ring(id, key);
        told.set(id, key);
      };
      const forget = (id: ParticipantId, key: string) => {
        told.delete(id);
        for (const known of [id, key]) lastSeen.set(known, Date.now());
      };
      const look = () => {
        const { knocks, knockOrder } = state.get();
        for (const [id, key] of told) if (!knocks[id]) forget(id, key);
        for (const id of knockOrder) {
          if (told.has(id)) continue;
          if (knocks[id]?.verified) tell(id);
          else if (!unvouched.has(id)) unvouched.set(id, setTimeout(tell, vouching, id));
        }
      };
      look();
      const stop = state.subscribe(look);
      return () => {
        stop();
        for (const timer of unvouched.values()) clearTimeout(timer);
        for (const [id, key] of told) forget(id, key);
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
