import type { Service } from './services.ts';

/** One thing this server was sent. */
export interface Received {
  readonly service: Service;
  /** `GET /devices`, `join_room`, or `message` for telemetry. */
  readonly name: string;
  /** Everything that came with it, headers included, as text to search in. */
  readonly text: string;
}

const mostKept = 20_000;

/** Keeps what this server is sent, so that tests can look for what must not be there. The oldest goes first. */
export class Ledger {
  readonly #keeps: boolean;
  #entries: Received[] = [];

  /** A ledger that keeps nothing is for people who are not a test. */
  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  /** Writes one entry. */
  write(service: Service, name: string, content: unknown): void {
    if (!this.#keeps) return;
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    this.#entries.push({ service, name, text });
    if (this.#entries.length > mostKept) this.#entries = this.#entries.slice(-mostKept / 2);
  }

  /** Every entry, oldest first. */
  get entries(): readonly Received[] {
    return this.#entries;
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries = [];
  }
}
