import type { Visit } from '@quietroom/core';
import { createFakeRoom } from '../fake-room/create-fake-room.ts';
import type { FakeRoom, FakeRoomOptions } from '../fake-room/fake-room.ts';

/** A room and the real visit on it, on the way to a state worth showing or testing. */
export interface Scenario {
  readonly room: FakeRoom;
  readonly visit: Visit;
  /** Resolves when the visit has reached that state. */
  readonly ready: Promise<void>;
}

/** Whom the script brings into a scenario, by name. */
export type With<People> = Scenario & { readonly people: People };

/**
 * Makes the room and the visit, and lets the script run. The script stages people and moves the visit on;
 * it is done when the state is reached.
 */
export function scenario<People>(
  options: FakeRoomOptions,
  script: (room: FakeRoom, visit: Visit) => { readonly people: People; readonly reached: Promise<unknown> },
): With<People> {
  const room = createFakeRoom(options);
  const visit = room.createVisit();
  const { people, reached } = script(room, visit);
  return { room, visit, people, ready: reached.then(() => undefined) };
}
