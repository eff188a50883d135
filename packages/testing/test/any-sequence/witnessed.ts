import type { ConsentSubject, RoomAction, RoomActionType, RoomAdapter, Visit } from '@quietroom/core';
import { canary, type Stage, type Witness } from './stage.ts';

const hosting: ReadonlySet<RoomActionType> = new Set([
  'admit',
  'keepWaiting',
  'decline',
  'lock',
  'remove',
  'mute',
  'askToUnmute',
  'setRecording',
  'setCaptions',
  'endForEveryone',
]);

/** What somebody who is not in the visit may ask: to come in, and for another device of their own. */
const outside: ReadonlySet<RoomActionType> = new Set(['knock', 'cancelKnock', 'selectDevice']);

const latin1 = new TextDecoder('latin1');

/** Stands between the visit and the room, and judges by what the script knows, not by what the visit says. */
export const witnessed = (stage: Omit<Stage, 'visit'>, visit: () => Visit, { wrongs, seen }: Witness): RoomAdapter => {
  const { room, policy, role, answers } = stage;
  let stopped = false;
  /** Whom the room says to have let in: all that a page can know. */
  const admitted = new Set<string>();
  const inside = () => room.people.filter(({ id }) => admitted.has(id));
  const mayPerform = (action: RoomAction): string | null => {
    const starts = !('on' in action) || action.on;
    const { admission } = visit().facts.get().self;
    if (starts && policy.off.some((feature) => feature === action.type)) return 'switched off by the policy';
    if (hosting.has(action.type) && role !== 'clinician') return 'done by somebody who is no clinician';
    if (starts && !outside.has(action.type) && admission !== 'admitted') return 'before admission';
    if (stopped && ['publish', 'setMicrophone', 'setCamera', 'shareScreen'].includes(action.type) && starts)
      return 'after the media were stopped';
    return null;
  };
  const mayCapture = (subject: ConsentSubject): string | null => {
    if (subject === 'recording' ? policy.recording === 'none' : !policy.captions) return 'not in the policy';
    if (visit().consent.state.get()[subject].own !== 'agreed') return 'this page has not agreed';
    const without = inside().filter((person) => answers.get(person)?.has(subject) !== true);
    return without.length === 0 ? null : `${String(without.length)} inside have not agreed`;
  };
  return {
    ...room.adapter,
    connect: async (request, report) => {
      stopped = false;
      admitted.clear();
      if (JSON.stringify(request.self).includes(canary)) wrongs.push('readable text while connecting');
      const connection = await room.adapter.connect(request, {
        ...report,
        patch: (change) => {
          for (const [id, person] of Object.entries(change.participants ?? {})) {
            if (person === null || person.admitted === false) admitted.delete(id);
            else if (person.admitted === true) admitted.add(id);
          }
          report.patch(change);
          // From here on nothing may start: the script has just shown the page what must stop it.
          if (change.room?.streaming === true && visit().state.get().phase.name === 'joined') stopped = true;
        },
      });
      return {
        ...connection,
        perform: (action) => {
          seen.performed += 1;
          const wrong = mayPerform(action);
          if (wrong !== null) wrongs.push(`${action.type}: ${wrong}`);
          if ((action.type === 'setRecording' || action.type === 'setCaptions') && action.on) {
            seen.recorded += 1;
            const missing = mayCapture(action.type === 'setRecording' ? 'recording' : 'captions');
            if (missing !== null) wrongs.push(`${action.type}: ${missing}`);
          }
          if (
            action.type === 'admit' &&
            (visit().state.get().room.recording === true || visit().state.get().room.captions === true)
          )
            wrongs.push('somebody was let into a recording');
          if (JSON.stringify(action).includes(canary)) wrongs.push(`readable text in ${action.type}`);
          return connection.perform(action);
        },
        deliver: (to, envelope) => {
          seen.delivered += 1;
          if (latin1.decode(envelope).includes(canary)) wrongs.push('a readable message');
          if (!admitted.has(to)) wrongs.push('something for somebody who is not in the visit');
          return connection.deliver(to, envelope);
        },
      };
    },
  };
};
