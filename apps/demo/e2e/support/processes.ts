import { readdirSync, readFileSync } from 'node:fs';

/** A process and everything it started, by /proc. */
const family = (root: number): number[] => {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      // The parent is the second field after the command, which stands in parentheses and may hold anything.
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
    } catch {
      // It ended while we looked.
    }
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
};

/** Stops every process of a browser, as a laptop's lid does. Nothing is closed and nothing is said. */
export const freeze = (pid: number): (() => void) => {
  const frozen = family(pid);
  for (const process_ of frozen) process.kill(process_, 'SIGSTOP');
  return () => {
    for (const process_ of frozen.reverse()) process.kill(process_, 'SIGCONT');
  };
};
