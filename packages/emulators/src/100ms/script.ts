import type { Service } from './services.ts';

/** One thing that shall go wrong. */
export type ScriptRule = {
  /**
   * `http`: a request by HTTP, named by its service (`init`, `events`); `request`: what a browser says on its line;
   * `push`: what this server says there.
   */
  readonly on: 'http' | 'request' | 'push';
  /** Its name: a service, or a method such as `join` or `on-policy-change`. */
  readonly name: string;
  /** How often. Until it is cleared, when left out. */
  readonly times?: number;
} & (
  | { readonly action: 'drop' }
  | { readonly action: 'delay'; readonly milliseconds: number }
  /** Answers with this code, which is the status of a request by HTTP: 401, 403, 404, 410, 429, 500 … */
  | { readonly action: 'refuse'; readonly code: number; readonly message?: string }
);

/** What shall go wrong, and which services are down. */
export class Script {
  readonly #rules: { readonly rule: ScriptRule; left: number }[] = [];
  readonly #down = new Set<string>();

  /** Adds a rule. Of several that match, the oldest counts. */
  add(rule: ScriptRule): void {
    this.#rules.push({ rule, left: rule.times ?? Infinity });
  }

  /** Takes a service out of order, or back. Lines it has stay as they are. */
  setDown(service: Service, down: boolean): void {
    if (down) this.#down.add(service);
    else this.#down.delete(service);
  }

  /** Whether a service answers. */
  isDown(service: string): boolean {
    return this.#down.has(service);
  }

  /** Forgets every rule; every service answers again. */
  clear(): void {
    this.#rules.length = 0;
    this.#down.clear();
  }

  /** The rule for this message, if there is one. Counts as one use of it. */
  match(on: ScriptRule['on'], name: string): ScriptRule | null {
    const entry = this.#rules.find(({ rule, left }) => left > 0 && rule.on === on && rule.name === name);
    if (!entry) return null;
    entry.left -= 1;
    return entry.rule;
  }
}
