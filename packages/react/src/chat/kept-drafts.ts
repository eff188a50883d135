import type { ParticipantId, Visit } from '@quietroom/core';

/** Texts not sent yet, by the person they are for. */
export type DraftTexts = ReadonlyMap<ParticipantId, string>;

const empty: DraftTexts = new Map();
const kept = new WeakMap<Visit, DraftTexts>();

const isOver = (visit: Visit): boolean => visit.state.get().phase.name === 'ended';

/** What was being written when the panel was closed. */
export function keptDrafts(visit: Visit): DraftTexts {
  return kept.get(visit) ?? empty;
}

/** Keeps what is being written while the panel is closed: in this page's memory, and no longer than the visit. */
export function keepDrafts(visit: Visit, drafts: DraftTexts): void {
  kept.delete(visit);
  const worth = [...drafts].filter(([, text]) => text !== '');
  if (worth.length === 0 || isOver(visit)) return;
  kept.set(visit, new Map(worth));
  const stop = visit.state.subscribe(() => {
    if (!isOver(visit)) return;
    kept.delete(visit);
    stop();
  });
}
