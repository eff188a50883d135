import type { ConnectRequest, RoomAdapter, RoomConnection, RoomReport } from '../src/contract/room-adapter.ts';
import { participantId } from '../src/contract/identity.ts';
import type { RoomAction, RoomActionType } from '../src/contract/room-action.ts';
import type { RoomPatch } from '../src/contract/room-patch.ts';

/** One connection that a test drives by hand. */
export interface ScriptedConnection {
  readonly request: ConnectRequest;
  readonly report: RoomReport;
  readonly performed: RoomAction[];
  closed: number;
}

/** An adapter whose room is the test: the smallest thing that obeys the contract. */
export interface ScriptedAdapter extends RoomAdapter {
  readonly connections: ScriptedConnection[];
  /** What `connect` waits for; a rejection makes it fail. */
  entry: Promise<void>;
  /** Reported before `connect` resolves. */
  first: RoomPatch;
  /** What `perform` does with an action. */
  act: (action: RoomAction) => Promise<void>;
  readonly latest: () => ScriptedConnection;
}

export const quietFacts = { locked: false, recording: false, captions: false, streaming: false } as const;
export const me = participantId('me');

const everything: readonly RoomActionType[] = [
  'publish',
  'setMicrophone',
  'setCamera',
  'selectDevice',
  'shareScreen',
  'raiseHand',
  'knock',
  'cancelKnock',
  'admit',
  'keepWaiting',
  'decline',
  'lock',
  'remove',
  'mute',
  'askToUnmute',
  'endForEveryone',
];

export const createScriptedAdapter = (): ScriptedAdapter => {
  const adapter: ScriptedAdapter = {
    provider: 'scripted',
    manifest: {
      sdk: null,
      verified: [],
      unknown: [],
      enforcedBy: {},
      eligibility: { says: 'a test', source: 'a test', on: '2026-01-01' },
    },
    capabilities: new Set(everything),
    connections: [],
    entry: Promise.resolve(),
    first: { self: { id: me, admission: 'admitted' }, room: quietFacts },
    act: () => Promise.resolve(),
    latest: () => {
      const connection = adapter.connections.at(-1);
      if (connection === undefined) throw new Error('The visit has not connected.');
      return connection;
    },
    connect: async (request, report) => {
      const connection: ScriptedConnection = { request, report, performed: [], closed: 0 };
      adapter.connections.push(connection);
      await adapter.entry;
      report.patch(adapter.first);
      const link: RoomConnection = {
        perform: (action) => {
          connection.performed.push(action);
          return adapter.act(action);
        },
        deliver: () => Promise.resolve(),
        attach: () => () => undefined,
        close: () => {
          connection.closed += 1;
          return Promise.resolve();
        },
      };
      return link;
    },
  };
  return adapter;
};
