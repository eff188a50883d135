import { DirectLink, type Heard } from './direct-link.ts';
import { forgePass, makeKey, thumbprint, toBase64url, type OwnKey } from './key.ts';

/** What the relay shows, as far as this client cares. */
interface View {
  readonly self: { readonly id: string; readonly session: number; readonly admission: string };
  readonly room: {
    readonly participants: readonly { readonly id: string; readonly role: string; readonly session: number }[];
  } | null;
}

/**
 * A client written by hand against the relay and the pages, with none of the product's code. It keeps every byte it is
 * sent and follows no rule it does not have to.
 */
export class HostileClient {
  /** Every frame the relay sent, as it came. */
  readonly fromRelay: string[] = [];
  /** Every byte and picture that came directly from somebody. */
  readonly fromPeople: Heard = { messages: [] };
  readonly #links = new Map<string, DirectLink>();
  #key: OwnKey | null = null;
  #pass = '';
  #socket: WebSocket | null = null;
  #view: View | null = null;
  #requests = 0;

  /** Signs in as the demo lets anyone, gets a genuine pass and enters with it. Resolves when the relay let it in. */
  async enters(visit: string, role: string): Promise<void> {
    const ask = async (path: string, body: unknown, session?: string) => {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (session !== undefined) headers['authorization'] = `Bearer ${session}`;
      const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()) as { session: string; pass: string };
    };
    const key = await makeKey();
    this.#key = key;
    const { session } = await ask('/api/sign-in', { visit, as: role });
    const { pass } = await ask('/api/pass', { visit, role, publicJwk: key.publicJwk }, session);
    this.#pass = pass;
    const socket = new WebSocket(`ws://${window.location.host}/relay?room=${visit}`);
    this.#socket = socket;
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('close', () => {
        reject(new Error('the relay closed the socket'));
      });
      socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
        this.fromRelay.push(data);
        void this.#take(data, resolve);
      });
    });
  }

  get admission(): string {
    return this.#view?.self.admission ?? 'nowhere';
  }

  get selfId(): string {
    return this.#view?.self.id ?? '';
  }

  get people(): readonly { readonly id: string; readonly role: string }[] {
    return this.#view?.room?.participants ?? [];
  }

  /** Whether it has a working direct connection to everybody it sees. */
  get connected(): boolean {
    return this.people.length > 0 && this.people.every(({ id }) => this.#links.get(id)?.open === true);
  }

  /** Says anything at all to the relay. */
  says(message: unknown): void {
    this.#socket?.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  asks(action: Readonly<Record<string, unknown>>): void {
    this.says({ type: 'action', request: ++this.#requests, action });
  }

  /** Sends set-up words to somebody it was never told about. */
  async callsOut(to: string): Promise<void> {
    for (let session = 1; session <= 4; session += 1) {
      const connection = new RTCPeerConnection();
      connection.addTransceiver('audio');
      await connection.setLocalDescription();
      const sdp = connection.localDescription?.sdp ?? '';
      this.says({ type: 'signal', to, session, signal: { kind: 'description', attempt: 1, type: 'offer', sdp } });
      connection.close();
    }
  }

  /** Announces its own key to everybody, with its genuine pass. */
  announcesItself(): void {
    this.#toEverybody(this.#announcement(this.#pass));
  }

  /** Announces its own key to everybody under a pass that calls it a clinician. */
  async announcesItselfAsClinician(visit: string): Promise<void> {
    if (this.#key === null) throw new Error('enter first');
    const now = Math.floor(Date.now() / 1000);
    const forged = await forgePass({
      visit,
      sub: this.#view?.self.id,
      name: 'Clinician K7Q4',
      role: 'clinician',
      cnf: { jkt: await thumbprint(this.#key.publicJwk) },
      iat: now,
      exp: now + 600,
    });
    this.#toEverybody(this.#announcement(forged));
  }

  /** Sends everybody bytes laid out as a sealed message, addressed to them. */
  sendsMessages(): void {
    for (const { id } of this.people) {
      const bytes = crypto.getRandomValues(new Uint8Array(121 + 256 + 16));
      bytes.set([1, 1], 0);
      bytes.set(idBytes(this.#view?.self.id ?? ''), 2);
      bytes.set(idBytes(id), 18);
      bytes.set(idBytes(crypto.randomUUID()), 34);
      bytes.set([0, 0, 0, 1, 0, 1, 4], 50);
      this.#links.get(id)?.send(bytes);
    }
  }

  /** Whether anything it was ever sent holds these bytes (hexadecimal) or this text. */
  holds(needle: string): boolean {
    const hex = /^[0-9a-f]{8,}$/.test(needle) ? needle : toHex(new TextEncoder().encode(needle));
    const all = [...this.fromRelay.map((frame) => toHex(new TextEncoder().encode(frame))), ...this.fromPeople.messages];
    return all.some((record) => record.includes(hex));
  }

  async framesReceived(): Promise<number> {
    const counts = await Promise.all([...this.#links.values()].map((link) => link.framesDecoded()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async #take(data: string, entered: () => void): Promise<void> {
    const message = JSON.parse(data) as {
      type: string;
      publicKey: string;
      nonce: string;
      view: View;
      from: string;
      signal: never;
    };
    switch (message.type) {
      case 'challenge': {
        if (this.#key === null) return;
        const answer = await this.#key.answer(message.publicKey, message.nonce);
        this.says({ type: 'enter', pass: this.#pass, publicKey: toBase64url(this.#key.raw), answer });
        return;
      }
      case 'entered':
      case 'view':
        this.#view = message.view;
        this.#connect();
        entered();
        return;
      case 'signal':
        await this.#links.get(message.from)?.take(message.signal);
        return;
      case 'ping':
        this.says({ type: 'pong' });
    }
  }

  #connect(): void {
    const self = this.#view?.self;
    if (!self) return;
    for (const { id, session } of this.#view?.room?.participants ?? []) {
      if (this.#links.has(id)) continue;
      const link = new DirectLink({
        polite: self.id < id,
        heard: this.fromPeople,
        signal: (signal) => {
          this.says({ type: 'signal', to: id, session, signal });
        },
      });
      this.#links.set(id, link);
    }
  }

  #announcement(pass: string): Uint8Array<ArrayBuffer> {
    if (this.#key === null) throw new Error('enter first');
    return Uint8Array.from([1, 2, ...this.#key.raw, ...new TextEncoder().encode(pass)]);
  }

  #toEverybody(bytes: Uint8Array<ArrayBuffer>): void {
    for (const link of this.#links.values()) link.send(bytes);
  }
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const idBytes = (id: string): Uint8Array =>
  Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

declare global {
  var hostile: HostileClient;
}
globalThis.hostile = new HostileClient();
