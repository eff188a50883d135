import type { ParticipantId, Readable, VisitState } from '@quietroom/core';

type Watchers = Map<ParticipantId, Set<() => void>>;

/** One listener on a visit for everybody who is drawn: a change of one person asks nothing of the others' tiles. */
const watched = new WeakMap<Readable<VisitState>, (id: ParticipantId, listener: () => void) => () => void>();

const createWatch = (state: Readable<VisitState>) => {
  const watchers: Watchers = new Map();
  let seen = state.get();
  let stop: (() => void) | null = null;

  const tell = () => {
    const before = seen;
    const now = (seen = state.get());
    if (now.participants === before.participants && now.knocks === before.knocks) return;
    for (const [id, listeners] of watchers) {
      if (now.participants[id] === before.participants[id] && now.knocks[id] === before.knocks[id]) continue;
      for (const listener of listeners) listener();
    }
  };

  return (id: ParticipantId, listener: () => void): (() => void) => {
    if (stop === null) {
      seen = state.get();
      stop = state.subscribe(tell);
    }
    const listeners = watchers.get(id) ?? new Set();
    watchers.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && watchers.get(id) === listeners) watchers.delete(id);
      if (watchers.size > 0) return;
      stop?.();
      stop = null;
    };
  };
};

/** The state of a visit, whose listeners hear only of changes of one person, in the visit or asking to join it. */
export function watchPerson(state: Readable<VisitState>, id: ParticipantId): Readable<VisitState> {
  const watch = watched.get(state) ?? createWatch(state);
  watched.set(state, watch);
  return { get: state.get, subscribe: (listener) => watch(id, listener) };
}
