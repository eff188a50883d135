import { usHipaa, type EndReason, type RoomErrorCode } from '@quietroom/core';
import { createFakeRoom } from '../fake-room/create-fake-room.ts';
import type { FakeRoomOptions } from '../fake-room/fake-room.ts';
import { until } from '../until/until.ts';
import { waitingPatient } from './before-the-visit.ts';
import { visitOfTwo } from './in-the-visit.ts';
import type { Scenario } from './scenario.ts';

const isOver = ({ visit }: Scenario) => until(visit.state, ({ phase }) => phase.name === 'ended');

const after = (before: Scenario, happens: () => unknown): Scenario => {
  const play = async () => {
    await before.ready;
    await happens();
    await isOver(before);
  };
  return { room: before.room, visit: before.visit, ready: play() };
};

/** A visit that the policy refused: real patients, and nothing attested. */
export const refusedVisit = (options: FakeRoomOptions = {}): Scenario => {
  const room = createFakeRoom(options);
  const visit = room.createVisit({ policy: usHipaa });
  return { room, visit, ready: visit.join() };
};

/** A visit that broke in the middle. */
export const brokenVisit = (code: RoomErrorCode = 'connection-lost', options: FakeRoomOptions = {}): Scenario => {
  const before = visitOfTwo(options);
  return after(before, () => {
    before.room.breaks(code);
  });
};

/** A visit that is over for this reason. */
export const endedVisit = (reason: EndReason, options: FakeRoomOptions = {}): Scenario => {
  switch (reason) {
    case 'refused':
      return refusedVisit(options);
    case 'failed':
      return brokenVisit('connection-lost', options);
    case 'cancelled':
    case 'declined': {
      const before = waitingPatient(options);
      return after(before, () => {
        if (reason === 'declined') before.room.endsVisit(reason);
        else void before.visit.leave();
      });
    }
    case 'left':
    case 'closed': {
      const before = visitOfTwo(options);
      return after(before, () => (reason === 'left' ? before.visit.leave() : before.visit.close()));
    }
    default: {
      const before = visitOfTwo(options);
      return after(before, () => {
        before.room.endsVisit(reason);
      });
    }
  }
};
