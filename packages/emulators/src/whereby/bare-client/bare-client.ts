import type { WherebyClient } from '@whereby.com/core';
import { eventually } from '../../stand-in/eventually.ts';
import { loadBareClient } from './load-bare-client.ts';

type RoomState = ReturnType<ReturnType<WherebyClient['getRoomConnection']>['getState']>;

/** One person in the test's page, on the vendor's client as it is. */
export interface BareClient {
  readonly client: WherebyClient;
  readonly room: ReturnType<WherebyClient['getRoomConnection']>;
  /** What the client says now. */
  state(): RoomState;
  /** Waits until its state is so. */
  until(what: (state: RoomState) => boolean): Promise<RoomState>;
  /** Leaves for good, from wherever it is. */
  end(): Promise<void>;
}

/** Joins, or comes to the locked door, with a fake camera and microphone. The SDK is loaded by the first call. */
export const enter = async (roomUrl: string, options: { roomKey?: string; name: string }): Promise<BareClient> => {
  const Client = await loadBareClient();
  const client = new Client();
  const room = client.getRoomConnection();
  const media = client.getLocalMedia();
  await media.startMedia({ audio: true, video: true });
  room.initialize({
    roomUrl,
    displayName: options.name,
    ...(options.roomKey !== undefined && { roomKey: options.roomKey }),
  });
  room.joinRoom().catch(() => undefined);
  const state = () => room.getState();
  const until = async (what: (state: RoomState) => boolean) => {
    await eventually(() => what(state()), `${options.name}: ${what.toString()}`);
    return state();
  };
  await until(({ connectionStatus }) => !['ready', 'connecting'].includes(connectionStatus));
  return {
    client,
    room,
    state,
    until,
    end: async () => {
      if (state().connectionStatus === 'knocking') room.cancelKnock();
      const { socket } = client.getStore().getState().signalConnection;
      room.leaveRoom();
      if (state().connectionStatus === 'leaving') await until(({ connectionStatus }) => connectionStatus === 'left');
      socket?.disconnect();
      media.stopMedia();
      client.destroy();
    },
  };
};
