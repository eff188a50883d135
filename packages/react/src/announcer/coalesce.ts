import type { Announcement } from '@quietroom/core';

/** Several of one kind, said as one. */
export interface Crowd {
  readonly type: 'crowd';
  readonly of: 'someone-joined' | 'someone-left';
  readonly count: number;
}

const crowdLimit = 2;

const subject = (announcement: Announcement): string => {
  if ('participant' in announcement) return `${announcement.type} ${announcement.participant}`;
  return announcement.type === 'source-changed' ? `${announcement.type} ${announcement.source}` : announcement.type;
};

/**
 * What is left to say of announcements that came together: of several about the same thing the last, and of a crowd
 * that came or went only how many.
 */
export function coalesce(announcements: readonly Announcement[]): (Announcement | Crowd)[] {
  const latest = new Map<string, Announcement>();
  for (const announcement of announcements) {
    const key = subject(announcement);
    latest.delete(key);
    latest.set(key, announcement);
  }
  const left: (Announcement | Crowd)[] = [...latest.values()];
  for (const of of ['someone-joined', 'someone-left'] as const) {
    const same = left.filter(({ type }) => type === of);
    const [first] = same;
    if (!first || same.length <= crowdLimit) continue;
    left.splice(left.indexOf(first), 0, { type: 'crowd', of, count: same.length });
    for (const one of same) left.splice(left.indexOf(one), 1);
  }
  return left;
}
