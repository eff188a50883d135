import type { Received } from '../ledger.ts';
import type { RobotRole } from '../room.ts';
import type { ScriptRule } from '../script.ts';
import { wherebyPrefix, type Service } from '../services.ts';
import type { Command, CreatedRoom, Inspection } from './commands.ts';

type NewRoom = Omit<Extract<Command, { command: 'createRoom' }>, 'command'>;

/** Scripts a stand-in from a test's page. `room` is always the room's path, as `createRoom` answers it. */
export interface WherebyControl {
  createRoom(options?: NewRoom): Promise<CreatedRoom>;
  deleteRoom(room: string): Promise<void>;
  /** The room's lock changes, as from the vendor's dashboard. */
  setLocked(room: string, locked: boolean): Promise<void>;
  /** A recorder, streamer or captioner comes in. Resolves with its id. */
  robotEnters(room: string, role: RobotRole): Promise<string>;
  robotLeaves(room: string, role: RobotRole): Promise<void>;
  /** Somebody calls in by telephone. Resolves with their id. */
  dialsIn(room: string, telephoneNumber: string): Promise<string>;
  /** The room hears somebody say this; told again with the same `resultId` as more of it is heard. */
  caption(room: string, senderId: string, text: string, resultId?: string): Promise<void>;
  /** The lines of a room, or of one participant, break. */
  hangUp(room: string, clientId?: string): Promise<void>;
  addRule(rule: ScriptRule): Promise<void>;
  setDown(service: Service, down: boolean): Promise<void>;
  clearScript(): Promise<void>;
  inspect(room?: string): Promise<Inspection>;
  /** Everything the stand-in was sent since `forget`. */
  received(): Promise<readonly Received[]>;
  forget(): Promise<void>;
}

/** Talks to the stand-in at an origin, such as `http://127.0.0.1:5180`. @throws Error with what the stand-in said */
export const controlWhereby = (origin: string, prefix: string = wherebyPrefix): WherebyControl => {
  const send = async (command: Command): Promise<unknown> => {
    const response = await fetch(`${origin}${prefix}/control`, { method: 'POST', body: JSON.stringify(command) });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`The stand-in did not do ${command.command}: ${JSON.stringify(body)}`);
    return body;
  };
  const tell = async (command: Command): Promise<void> => {
    await send(command);
  };
  return {
    createRoom: async (options = {}) => (await send({ command: 'createRoom', ...options })) as CreatedRoom,
    deleteRoom: (room) => tell({ command: 'deleteRoom', room }),
    setLocked: (room, locked) => tell({ command: 'setLocked', room, locked }),
    robotEnters: async (room, role) => (await send({ command: 'robotEnters', room, role })) as string,
    robotLeaves: (room, role) => tell({ command: 'robotLeaves', room, role }),
    dialsIn: async (room, telephoneNumber) => (await send({ command: 'dialsIn', room, telephoneNumber })) as string,
    caption: (room, senderId, text, resultId) =>
      tell({ command: 'caption', room, senderId, text, ...(resultId !== undefined && { resultId }) }),
    hangUp: (room, clientId) => tell({ command: 'hangUp', room, ...(clientId !== undefined && { clientId }) }),
    addRule: (rule) => tell({ command: 'addRule', rule }),
    setDown: (service, down) => tell({ command: 'setDown', service, down }),
    clearScript: () => tell({ command: 'clearScript' }),
    inspect: async (room) => (await send({ command: 'inspect', ...(room !== undefined && { room }) })) as Inspection,
    received: async () => (await send({ command: 'received' })) as readonly Received[],
    forget: () => tell({ command: 'forget' }),
  };
};
