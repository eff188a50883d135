import type { WebSocket } from 'ws';
import { replaceTexts } from '../stand-in/script.ts';
import type { Ledger } from './ledger.ts';
import type { Script } from './script.ts';
import type { PushName, Pushes, WireError } from './wire.ts';

/** One browser's WebSocket: JSON-RPC with pushes. */
export class Line {
  readonly socket: WebSocket;
  readonly #peer: string;
  readonly #script: Script;
  readonly #ledger: Ledger;

  constructor(socket: WebSocket, peer: string, script: Script, ledger: Ledger) {
    this.socket = socket;
    this.#peer = peer;
    this.#script = script;
    this.#ledger = ledger;
  }

  /** Says something unasked, unless the script keeps or drops it. */
  push<Name extends PushName>(method: Name, params: Pushes[Name]): void {
    const rule = this.#script.match('push', method, this.#peer);
    if (rule?.action === 'drop' || rule?.action === 'refuse') return;
    const said = rule?.action === 'replace' ? replaceTexts(params, rule.by) : params;
    const send = () => {
      this.#send(method, { method, params: said });
    };
    if (rule?.action === 'delay') setTimeout(send, rule.milliseconds).unref();
    else send();
  }

  /** Answers a request. */
  answer(id: string, result: object): void {
    this.#send('answer', { id, jsonrpc: '2.0', result });
  }

  /** Says no to a request. */
  refuse(id: string, { code, message }: Pick<WireError, 'code' | 'message'>): void {
    this.#send('answer', { id, jsonrpc: '2.0', error: { code, message } });
  }

  /** Writes down what came. */
  heard(name: string, text: string): void {
    this.#ledger.write({ way: 'in', place: 'signal', peer: this.#peer, name }, text);
  }

  #send(name: string, message: object): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    const text = JSON.stringify(message);
    this.#ledger.write({ way: 'out', place: 'signal', peer: this.#peer, name }, text);
    this.socket.send(text);
  }
}
