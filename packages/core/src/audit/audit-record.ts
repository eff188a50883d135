import type { OpaqueId } from '../contract/identity.ts';
import { toBase64url } from '../display-name/base64url.ts';
import type { AuditEvent } from './audit-event.ts';
import { sha256 } from './sha256.ts';

/** What the trail says about itself. */
export type TrailEvent =
  /** The trail could not be delivered for so long that lines were dropped: so many. */
  | { readonly type: 'lines-dropped'; readonly count: number; readonly at: number }
  /** The page went away or the trail was closed; nothing follows. */
  | { readonly type: 'trail-closed'; readonly at: number };

/** One line of an audit trail, chained to the one before. */
export interface AuditRecord {
  /** Drawn for this page: several pages of one visit have a trail each. */
  readonly trail: OpaqueId;
  /** The visit, as the host names it. */
  readonly visit: OpaqueId;
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  /** The `hash` of the line before; 43 zeros for the first. */
  readonly previous: string;
  readonly event: AuditEvent | TrailEvent;
  /** SHA-256 in base64url over everything above, as `hashRecord` writes it. */
  readonly hash: string;
}

/** What comes before the first line. */
export const beforeFirst = '0'.repeat(43);

/** JSON with members in alphabetical order, so that every reader hashes the same bytes. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
};

/** The hash of a line: SHA-256 in base64url of its canonical JSON, the hash itself left out. */
export const hashRecord = ({ trail, visit, number, previous, event }: Omit<AuditRecord, 'hash'>): string =>
  toBase64url(sha256(new TextEncoder().encode(canonical({ trail, visit, number, previous, event }))));
