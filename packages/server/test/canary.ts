import { inspect } from 'node:util';

/** Everything that may be written down somewhere: log lines, errors, addresses, reports. */
export interface Ear {
  /** Takes something that was said. */
  readonly hear: (where: string, value: unknown) => void;
  /** Says where a canary was heard, in any disguise. */
  readonly heard: (canary: string) => readonly string[];
  /** Listens to the console and the process's streams until the returned function is called. */
  readonly listen: () => () => void;
}

const alignments = (text: string): readonly string[] =>
  ['', 'x', 'xx'].map((before) =>
    // The first and last digits depend on the neighbours.
    Buffer.from(before + text)
      .toString('base64')
      .replace(/=+$/, '')
      .slice(before === '' ? 0 : 4, -2),
  );

/** Every form a canary could be found in. */
export const disguises = (canary: string): readonly string[] => [
  canary,
  canary.toLowerCase(),
  encodeURIComponent(canary),
  Buffer.from(canary).toString('hex'),
  ...alignments(canary),
];

/** Everything an error would show: message, stack, its own members, its JSON, what a logger prints, and its causes. */
export const everythingOf = (error: unknown): string => {
  if (!(error instanceof Error)) return inspect(error, { depth: 12, showHidden: true });
  const own = Object.getOwnPropertyNames(error).map((name) => inspect(Reflect.get(error, name), { depth: 12 }));
  const { cause } = error;
  return [
    error.message,
    error.stack ?? '',
    String(error),
    JSON.stringify(error),
    inspect(error, { depth: 12, showHidden: true }),
    ...own,
    ...(cause === undefined ? [] : [everythingOf(cause)]),
  ].join('\n');
};

/** An ear that remembers. */
export const createEar = (): Ear => {
  const said: { readonly where: string; readonly text: string }[] = [];
  const hear = (where: string, value: unknown): void => {
    said.push({ where, text: typeof value === 'string' ? value : everythingOf(value) });
  };
  return {
    hear,
    heard: (canary) => {
      const forms = disguises(canary);
      return said.filter(({ text }) => forms.some((form) => text.includes(form))).map(({ where }) => where);
    },
    listen: () => {
      const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
      const before = { ...console };
      for (const method of methods) {
        console[method] = (...values: unknown[]) => {
          hear(`console.${method}`, values);
        };
      }
      return () => {
        Object.assign(console, before);
      };
    },
  };
};

type Path = readonly (string | number)[];

/** The path of every leaf of plain data. */
const leavesOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value !== 'object' || value === null || value instanceof Uint8Array
    ? [path]
    : Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));

const withLeaf = (value: unknown, [key, ...rest]: Path, leaf: unknown): unknown => {
  if (key === undefined) return leaf;
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  Reflect.set(copy as object, key, withLeaf(Reflect.get(copy as object, key), rest, leaf));
  return copy;
};

let count = 0;

/** A fresh canary. */
export const createCanary = (): string => {
  count += 1;
  return `canary${count}wren${(count * 7919).toString(36)}`;
};

/**
 * The input once for every leaf and every disguise of a person: with a canary in that place, and once more under a name
 * nobody knows.
 */
export const canariesIn = (
  input: unknown,
): readonly { readonly canary: string; readonly input: unknown; readonly at: string }[] => {
  const places = leavesOf(input);
  const inside = places.flatMap((path) =>
    [(canary: string) => canary, (canary: string) => `Zylphia Quonsett ${canary}`].map((write) => {
      const canary = createCanary();
      return { canary, input: withLeaf(input, path, write(canary)), at: path.join('.') };
    }),
  );
  if (typeof input !== 'object' || input === null) return inside;
  const canary = createCanary();
  return [...inside, { canary, input: { ...input, [`${canary} Zylphia`]: canary }, at: 'an unknown member' }];
};
