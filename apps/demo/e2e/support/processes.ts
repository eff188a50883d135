import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

type Parentage = readonly { readonly pid: number; readonly parent: number }[];

/** Every process and its parent, from /proc where there is one: a small container has no `ps`. */
const everyProcess = (): Parentage =>
  existsSync('/proc/self/stat')
    ? readdirSync('/proc').flatMap((entry) => {
        if (!/^\d+$/.test(entry)) return [];
        try {
          // The parent is the second field after the command, which stands in parentheses and may hold anything.
          const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
          const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
          return [{ pid: Number(entry), parent }];
        } catch {
          // It ended while we looked.
          return [];
        }
      })
    : execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .map((line) => {
          const [pid, parent] = line.trim().split(/\s+/).map(Number);
          return { pid: pid ?? 0, parent: parent ?? 0 };
        });

/** A process and everything it started. */
const family = (root: number): number[] => {
  const processes = everyProcess();
  const found = [root];
  for (const parent of found) found.push(...processes.filter((one) => one.parent === parent).map(({ pid }) => pid));
  return found;
};

/** Stops every process of a browser, as a laptop's lid does. Nothing is closed and nothing is said. */
export const freeze = (root: number): (() => void) => {
  const frozen = family(root);
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  let asleep = true;
  return () => {
    if (!asleep) return;
    asleep = false;
    for (const pid of frozen.reverse()) process.kill(pid, 'SIGCONT');
  };
};
