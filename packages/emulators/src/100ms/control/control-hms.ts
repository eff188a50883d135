import type { Entry } from '../ledger.ts';
import type { RecordingPlace } from '../room-outputs.ts';
import type { ScriptRule } from '../script.ts';
import { hmsPrefix, type Service } from '../services.ts';
import type { Command, Inspection } from './commands.ts';

type Options<Name extends Command['command']> = Omit<Extract<Command, { command: Name }>, 'command'>;

/** Scripts a stand-in from a test's page. `room` is the id that `createRoom` answers, `peer` a peer's id. */
export interface HmsControl {
  createRoom(options?: Options<'createRoom'>): Promise<string>;
  /** A token of the stand-in's account. `lifetime` in seconds; a negative one has passed. */
  mintToken(options: Options<'mintToken'>): Promise<string>;
  /** Somebody gets another role, as from the vendor's API. */
  changeRole(room: string, peer: string, role: string): Promise<void>;
  setRecording(room: string, place: RecordingPlace, on: boolean): Promise<void>;
  setRtmp(room: string, on: boolean): Promise<void>;
  setHls(room: string, on: boolean): Promise<void>;
  caption(room: string, peer: string, text: string, final?: boolean): Promise<void>;
  /** Somebody calls in by telephone. Resolves with their peer's id. */
  dialsIn(room: string, telephoneNumber: string, role?: string): Promise<string>;
  /** Somebody goes, as whose grace has ended. */
  leaves(room: string, peer: string): Promise<void>;
  /** Somebody sends a message: to one person, or to everybody with null. */
  say(room: string, from: string, to: string | null, message: unknown, type?: string): Promise<void>;
  /** How good others are told somebody's connection is, from 0 to 5. */
  setQuality(room: string, peer: string, score: number): Promise<void>;
  setClosed(room: string, closed: boolean): Promise<void>;
  /** The lines of a room, or of one person, break. Media goes on. */
  hangUp(room: string, peer?: string): Promise<void>;
  addRule(rule: ScriptRule): Promise<void>;
  setDown(service: Service, down: boolean): Promise<void>;
  clearScript(): Promise<void>;
  inspect(room?: string): Promise<Inspection>;
  /** Everything that came and went since `forget`: of one peer, or one way only. */
  entries(of?: { peer?: string; way?: Entry['way'] }): Promise<readonly Entry[]>;
  forget(): Promise<void>;
}

/** Talks to the stand-in at an origin, such as `http://127.0.0.1:5180`. @throws Error with what the stand-in said */
export const controlHms = (origin: string, prefix: string = hmsPrefix): HmsControl => {
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
    createRoom: async (options = {}) => (await send({ command: 'createRoom', ...options })) as string,
    mintToken: async (options) => (await send({ command: 'mintToken', ...options })) as string,
    changeRole: (room, peer, role) => tell({ command: 'changeRole', room, peer, role }),
    setRecording: (room, place, on) => tell({ command: 'setRecording', room, place, on }),
    setRtmp: (room, on) => tell({ command: 'setRtmp', room, on }),
    setHls: (room, on) => tell({ command: 'setHls', room, on }),
    caption: (room, peer, text, final = true) => tell({ command: 'caption', room, peer, text, final }),
    dialsIn: async (room, telephoneNumber, role = 'family') =>
      (await send({ command: 'dialsIn', room, telephoneNumber, role })) as string,
    leaves: (room, peer) => tell({ command: 'leaves', room, peer }),
    say: (room, from, to, message, type = 'chat') => tell({ command: 'say', room, from, to, message, type }),
    setQuality: (room, peer, score) => tell({ command: 'setQuality', room, peer, score }),
    setClosed: (room, closed) => tell({ command: 'setClosed', room, closed }),
    hangUp: (room, peer) => tell({ command: 'hangUp', room, ...(peer !== undefined && { peer }) }),
    addRule: (rule) => tell({ command: 'addRule', rule }),
    setDown: (service, down) => tell({ command: 'setDown', service, down }),
    clearScript: () => tell({ command: 'clearScript' }),
    inspect: async (room) => (await send({ command: 'inspect', ...(room !== undefined && { room }) })) as Inspection,
    entries: async (of = {}) => (await send({ command: 'entries', ...of })) as readonly Entry[],
    forget: () => tell({ command: 'forget' }),
  };
};
