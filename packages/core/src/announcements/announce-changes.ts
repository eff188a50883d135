import type { CaptureSource } from '../contract/room-action.ts';
import type { Knock, Participant, Phase, VisitState } from '../visit/visit-state.ts';
import type { Announcement } from './announcement.ts';

const announcePhase = (before: Phase, after: Phase): Announcement | null => {
  if (before.name === after.name) return null;
  switch (after.name) {
    case 'knocking':
      return { type: 'waiting' };
    case 'kept-waiting':
      return { type: 'kept-waiting' };
    case 'joined':
      return { type: before.name === 'reconnecting' ? 'reconnected' : 'joined' };
    case 'reconnecting':
      return { type: 'reconnecting' };
    case 'ended':
      return { type: 'ended', reason: after.reason };
    default:
      return null;
  }
};

const inVisit = (phase: Phase): boolean => phase.name === 'joined' || phase.name === 'reconnecting';

/**
 * What a screen-reader user must be told about a change of state. With passes somebody is announced once their identity
 * is proved, never before; at the end of a visit only the end is announced.
 */
export const announceChanges = (before: VisitState, after: VisitState, passes: boolean): readonly Announcement[] => {
  const settled = (person: Participant | Knock | undefined): boolean =>
    person !== undefined && (person.verified || !passes);
  const told: Announcement[] = [];
  const phase = announcePhase(before.phase, after.phase);
  if (phase !== null) told.push(phase);
  if (!inVisit(before.phase) || !inVisit(after.phase)) return told;

  for (const id of after.order) {
    const was = before.participants[id];
    if (was === undefined) continue;
    const is = after.participants[id];
    if (is?.handRaised === true && !was.handRaised) told.push({ type: 'hand-raised', participant: id });
  }
  for (const id of after.order) {
    if (settled(after.participants[id]) && !settled(before.participants[id]))
      told.push({ type: 'someone-joined', participant: id });
  }
  for (const id of before.order) {
    if (after.participants[id] === undefined && settled(before.participants[id]))
      told.push({ type: 'someone-left', participant: id });
  }
  for (const id of after.knockOrder) {
    if (settled(after.knocks[id]) && !settled(before.knocks[id]))
      told.push({ type: 'someone-knocks', participant: id });
  }
  for (const source of ['microphone', 'camera', 'screen'] satisfies CaptureSource[]) {
    if (before.self.sending[source] !== after.self.sending[source]) {
      told.push({ type: 'source-changed', source, on: after.self.sending[source] });
    }
  }
  return told;
};
