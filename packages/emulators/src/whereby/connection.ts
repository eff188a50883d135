import { randomUUID } from 'node:crypto';
import type { SignalClient } from '@whereby.com/media';
import type { Socket } from 'socket.io';
import { replaceTexts } from '../stand-in/script.ts';
import type { Registry } from './registry.ts';
import type { Room } from './room.ts';
import type { Script } from './script.ts';
import type { WireEvent, WirePayload } from './wire.ts';

/** One browser's line to the signalling server, from connecting to hanging up. */
export class Connection {
  readonly socket: Socket;
  readonly registry: Registry;
  readonly #script: Script;
  /** How the room knows this browser. A browser that comes back with its claim keeps the id it had. */
  selfId: string = randomUUID();
  deviceId: string | null = null;
  /** Where it is, and as whom. */
  seat: { readonly room: Room; readonly client: SignalClient } | null = null;
  /** Where it waits to be let in. */
  knockingAt: Room | null = null;

  constructor(socket: Socket, registry: Registry, script: Script) {
    this.socket = socket;
    this.registry = registry;
    this.#script = script;
  }

  /** Says something to this browser, unless the script keeps or drops it. */
  emit<Name extends WireEvent>(event: Name, ...payload: WirePayload<Name>): void {
    const rule = this.#script.match('event', event, this.selfId);
    if (rule?.action === 'drop' || rule?.action === 'refuse') return;
    const said = rule?.action === 'replace' ? replaceTexts(payload, rule.by) : payload;
    const send = () => {
      this.socket.emit(event, ...said);
    };
    if (rule?.action === 'delay') setTimeout(send, rule.milliseconds).unref();
    else send();
  }

  /** Leaves wherever it is or waits. */
  depart(): void {
    const { seat, knockingAt } = this;
    this.seat = null;
    this.knockingAt = null;
    knockingAt?.endKnock(this.selfId);
    // Somebody who came back by their claim sits there with a newer connection.
    if (seat?.room.occupants.get(seat.client.id)?.connection === this) seat.room.leave(seat.client.id);
  }
}
