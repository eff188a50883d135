/** What every rule says about when it applies. */
export interface RuleHead {
  /** What kind of message it is for. */
  readonly on: string;
  /** Its name on the wire. */
  readonly name: string;
  /** Whose line, by the id the room has for them. Everybody's, when left out. */
  readonly who?: string;
  /** How often. Until it is cleared, when left out. */
  readonly times?: number;
}

/** What a rule can do in the rooms of any vendor, beside refusing in that vendor's own way. */
export type RuleAction =
  | { readonly action: 'drop' }
  | { readonly action: 'delay'; readonly milliseconds: number }
  /** Passes it on with each of these texts replaced, all at once: what a vendor could do who means ill. */
  | { readonly action: 'replace'; readonly by: Readonly<Record<string, string>> };

/** What shall go wrong, and which services are down. */
export class Script<Rule extends RuleHead, Service extends string> {
  readonly #rules: { readonly rule: Rule; left: number }[] = [];
  readonly #down = new Set<Service>();

  /** Adds a rule. Of several that match, the oldest counts. */
  add(rule: Rule): void {
    this.#rules.push({ rule, left: rule.times ?? Infinity });
  }

  /** Takes a service out of order, or back. Connections it has stay as they are. */
  setDown(service: Service, down: boolean): void {
    if (down) this.#down.add(service);
    else this.#down.delete(service);
  }

  /** Whether a service does not answer. */
  isDown(service: string): boolean {
    return [...this.#down].some((one) => one === service);
  }

  /** Forgets every rule; every service answers again. */
  clear(): void {
    this.#rules.length = 0;
    this.#down.clear();
  }

  /** The rule for this message, if there is one. Counts as one use of it. */
  match(on: Rule['on'], name: string, who?: string): Rule | null {
    const entry = this.#rules.find(
      ({ rule, left }) =>
        left > 0 && rule.on === on && rule.name === name && (rule.who === undefined || rule.who === who),
    );
    if (!entry) return null;
    entry.left -= 1;
    return entry.rule;
  }
}

const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What a message says after a `replace` rule. Exchanging two texts is possible, for all are replaced at once. */
export const replaceTexts = <Payload>(payload: Payload, by: Readonly<Record<string, string>>): Payload => {
  const found = new RegExp(Object.keys(by).map(quoted).join('|'), 'g');
  return JSON.parse(JSON.stringify(payload).replaceAll(found, (text) => by[text] ?? text)) as Payload;
};
