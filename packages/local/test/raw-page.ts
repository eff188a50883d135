import { answerChallenge } from '@quietroom/core/passes';
import { WebSocket } from 'ws';
import { fromBase64url, toBase64url } from '../src/protocol/base64url.ts';
import type { RelayAction } from '../src/protocol/client-message.ts';
import { parseRelayMessage, type RelayMessage, type View } from '../src/protocol/relay-message.ts';
import type { Person } from './clinic.ts';

type OfType<Type extends RelayMessage['type']> = Extract<RelayMessage, { type: Type }>;

/** A page written by hand against the relay's protocol: it says what it is told to, and keeps every byte it is sent. */
export class RawPage {
  /** Every frame the relay sent, as it came. */
  readonly frames: string[] = [];
  readonly opened: Promise<void>;
  /** The code the socket was closed with. */
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #messages: RelayMessage[] = [];
  readonly #watchers = new Set<() => void>();
  #requests = 0;
  secret = '';

  constructor(url: string, origin?: string) {
    this.#socket = new WebSocket(url, origin === undefined ? {} : { origin });
    this.opened = new Promise((resolve, reject) => {
      this.#socket.once('open', resolve);
      this.#socket.once('error', reject);
    });
    this.closed = new Promise((resolve) => {
      this.#socket.once('close', (code) => {
        resolve(code);
      });
    });
    this.#socket.on('error', () => undefined);
    this.#socket.on('message', (data: Buffer) => {
      this.frames.push(data.toString());
      const message = parseRelayMessage(data.toString());
      if (message === null) throw new Error(`The relay said what its own protocol does not know: ${data.toString()}`);
      this.#messages.push(message);
      for (const watcher of [...this.#watchers]) watcher();
    });
  }

  send(message: unknown): void {
    this.#socket.send(typeof message === 'string' || message instanceof Uint8Array ? message : JSON.stringify(message));
  }

  /** The first message of a type, from the given one on; waits for it. */
  next<Type extends RelayMessage['type']>(type: Type, from = 0): Promise<OfType<Type>> {
    return this.#wait(() => this.#messages.slice(from).find((one): one is OfType<Type> => one.type === type));
  }

  /** Waits until the relay has shown such a view. */
  until(fits: (view: View) => boolean): Promise<View> {
    return this.#wait(() => {
      const { view } = this;
      return view !== undefined && fits(view) ? view : undefined;
    });
  }

  /** What the relay showed last. */
  get view(): View | undefined {
    return this.#messages.flatMap((one) => (one.type === 'view' || one.type === 'entered' ? [one.view] : [])).at(-1);
  }

  get count(): number {
    return this.#messages.length;
  }

  /** Sends a pass and answers the challenge with a key. */
  async hello(person: Person, pass?: string): Promise<void> {
    const challenge = await this.next('challenge');
    const answer = await answerChallenge(
      person.keys,
      fromBase64url(challenge.publicKey) ?? new Uint8Array(),
      fromBase64url(challenge.nonce) ?? new Uint8Array(),
      crypto,
    );
    this.send({
      type: 'enter',
      pass: pass ?? (await person.pass()),
      publicKey: toBase64url(person.keys.publicKey),
      answer: toBase64url(answer),
    });
  }

  async enter(person: Person, pass?: string): Promise<OfType<'entered'>> {
    await this.hello(person, pass);
    const entered = await this.next('entered');
    this.secret = entered.secret;
    return entered;
  }

  /** Asks for an action and gives the relay's answer: null when it was done. */
  async act(action: RelayAction | { type: string; [key: string]: unknown }): Promise<OfType<'refused'>['code'] | null> {
    const request = ++this.#requests;
    this.send({ type: 'action', request, action });
    const answer = await this.#wait(() =>
      this.#messages.find((one) => (one.type === 'done' || one.type === 'refused') && one.request === request),
    );
    return answer.type === 'refused' ? answer.code : null;
  }

  /** Drops the socket as a dead network would, without a word. */
  cut(): void {
    this.#socket.terminate();
  }

  /** Reads no more, and so answers nothing: a frozen browser. */
  freeze(): void {
    this.#socket.pause();
  }

  #wait<Value>(find: () => Value | undefined): Promise<Value> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
      void this.closed.then((code) => {
        if (!this.#watchers.delete(look)) return;
        reject(new Error(`The socket was closed (${code}) before what was waited for.`));
      });
    });
  }
}
