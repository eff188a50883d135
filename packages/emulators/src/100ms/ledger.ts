import type { Service } from './services.ts';

/** One thing that went over a line of this server, or came to it by HTTP. */
export interface Entry {
  /** `in`: a browser sent it; `out`: a browser was sent it. */
  readonly way: 'in' | 'out';
  /** Where: a service, or `channel` for the data channel of the media connection. */
  readonly place: Service | 'channel';
  /** Whose line it was: the client's id of its peer. Null where there is none. */
  readonly peer: string | null;
  /** `GET /init`, `join`, `on-broadcast`; `answer` for an answer to a request. */
  readonly name: string;
  /** Everything there was, headers and addresses included, as text to search in. */
  readonly text: string;
}

const mostKept = 20_000;

/** Keeps every byte of text that came and went, so that tests can look for what must not be there. The oldest goes first. */
export class Ledger {
  readonly #keeps: boolean;
  #entries: Entry[] = [];

  /** A ledger that keeps nothing is for people who are not a test. */
  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  /** Writes one entry. */
  write(entry: Omit<Entry, 'text'>, content: unknown): void {
    if (!this.#keeps) return;
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    this.#entries.push({ ...entry, text });
    if (this.#entries.length > mostKept) this.#entries = this.#entries.slice(-mostKept / 2);
  }

  /** Every entry, oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries = [];
  }
}
