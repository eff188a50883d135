import type { HmsRoles } from '@quietroom/100ms';
import type { ConsentReceipt, OpaqueId, Role } from '@quietroom/core';
import type { AuditRecord, AuditVerdict } from '@quietroom/core/audit';
import type { Provider } from './route.ts';

/** The rooms of the day, without names, as the landing page shows them. */
export interface DemoFacts {
  readonly visits: readonly { readonly id: string; readonly time: string }[];
  readonly clinicianKeyNeeded: boolean;
  readonly clinicianPossible: boolean;
}

/** Somebody's name, for those entitled to it. */
export interface RosterRow {
  readonly sub: OpaqueId;
  readonly name: string;
  readonly pronouns: string;
}

/** One row of the clinician's day. */
export interface TodayRow {
  readonly visit: OpaqueId;
  /** Null for an unplanned visit. */
  readonly time: string | null;
  readonly reason: string;
  readonly name: string;
  readonly pronouns: string;
  /** Milliseconds since the epoch, null when nobody waits. */
  readonly waitingSince: number | null;
}

/** The vendor's room of a visit, as the vendor's API would name it: for its host, or for everybody else. */
export type WherebyRoom = { readonly hostRoomUrl: string } | { readonly roomUrl: string };

/** The vendor's room of a visit, and the vendor's role for each of ours. */
export interface HmsRoom {
  readonly roomId: string;
  readonly roles: HmsRoles;
}

/** When picture and sound go through the clinic's TURN server. */
export type TurnUse = 'never' | 'when-needed' | 'always';

/** What the clinic keeps of one person's time in a visit, checked by the server. */
export interface KeptTrail extends AuditVerdict {
  readonly role: Role;
}

/** What the clinic keeps of a visit. */
export interface VisitRecords {
  readonly trails: readonly KeptTrail[];
  readonly receipts: readonly ConsentReceipt[];
}

/** The server said no, or could not be reached (`unreachable`). */
export class ClinicError extends Error {
  override readonly name = 'ClinicError';
  readonly code: string;

  constructor(code: string) {
    super(`The clinic's server did not do that (${code}). Try again, or reload the page.`);
    this.code = code;
  }
}

const call = async <Answer>(path: string, init: RequestInit, session?: string): Promise<Answer> => {
  const headers = new Headers(init.headers);
  if (session !== undefined) headers.set('authorization', `Bearer ${session}`);
  if (init.body !== undefined) headers.set('content-type', 'application/json');
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers, credentials: 'omit', cache: 'no-store' });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ClinicError('unreachable');
  }
  const body = (await response.json().catch(() => ({ error: 'unreadable' }))) as Answer & { error?: string };
  if (!response.ok) throw new ClinicError(body.error ?? 'unreadable');
  return body;
};

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

/** What the landing page needs to know. @throws ClinicError */
export const fetchDemoFacts = (signal: AbortSignal): Promise<DemoFacts> => call('/api/demo', { signal });

/** A person's signed-in link to the demo's server. Lives in this page's memory only. */
export interface ClinicSession {
  readonly role: Role;
  readonly visit: OpaqueId;
  readonly person: { readonly name: string; readonly pronouns: string };
  /** The host's public signing keys. */
  readonly trust: readonly JsonWebKey[];
  readonly roster: readonly RosterRow[];
  /** Null unless the visit is held there. */
  readonly wherebyRoom: WherebyRoom | null;
  /** Null unless the visit is held there. */
  readonly hmsRoom: HmsRoom | null;
  /** A token of 100ms' for this person. @throws ClinicError */
  hmsToken(): Promise<string>;
  /** Whether picture and sound go through the clinic's TURN server. */
  readonly turn: TurnUse;
  /** The clinic's TURN server, with fresh credentials. @throws ClinicError */
  iceServers(): Promise<readonly RTCIceServer[]>;
  /** A visit pass bound to this page's key. @throws ClinicError */
  pass(publicJwk: JsonWebKey): Promise<string>;
  /** The clinician's day. @throws ClinicError `not-entitled` for everybody else */
  today(signal: AbortSignal): Promise<readonly TodayRow[]>;
  /** Tells the clinic whether this patient waits. @throws ClinicError */
  setWaiting(waiting: boolean): Promise<void>;
  /** Resolves when the clinic has stored these lines. @throws ClinicError */
  keepAudit(lines: readonly AuditRecord[]): Promise<void>;
  /** Resolves when the clinic has stored it. @throws ClinicError */
  keepReceipt(receipt: ConsentReceipt): Promise<void>;
  /** What the clinic has stored of this visit. @throws ClinicError `not-entitled` for everybody but the clinician */
  records(): Promise<VisitRecords>;
}

/** Signs in as the invented person who has this role in this visit. @throws ClinicError */
export const signIn = async (
  visit: OpaqueId,
  role: Role,
  provider: Provider,
  key: string | undefined,
  signal: AbortSignal,
): Promise<ClinicSession> => {
  const opened = await call<{ session: string; person: ClinicSession['person']; turn: TurnUse }>('/api/sign-in', {
    ...post({ visit, as: role, ...(key !== undefined && { key }) }),
    signal,
  });
  const { session, person, turn } = opened;
  const [{ keys }, { entries }, wherebyRoom, hmsRoom] = await Promise.all([
    call<{ keys: JsonWebKey[] }>('/api/trust', { signal }),
    call<{ entries: RosterRow[] }>(`/api/roster?visit=${visit}`, { signal }, session),
    provider === 'whereby' ? call<WherebyRoom>(`/api/whereby-room?visit=${visit}`, { signal }, session) : null,
    provider === '100ms' ? call<HmsRoom>(`/api/100ms-room?visit=${visit}`, { signal }, session) : null,
  ]);
  return {
    role,
    visit,
    person,
    trust: keys,
    roster: entries,
    wherebyRoom,
    hmsRoom,
    async hmsToken() {
      const answer = await call<{ token: string }>('/api/100ms-token', post({ visit }), session);
      return answer.token;
    },
    turn,
    async iceServers() {
      const answer = await call<{ iceServers: RTCIceServer[] }>('/api/ice-servers', {}, session);
      return answer.iceServers;
    },
    async pass(publicJwk) {
      const answer = await call<{ pass: string }>('/api/pass', post({ visit, role, publicJwk }), session);
      return answer.pass;
    },
    async today(todaySignal) {
      const answer = await call<{ visits: TodayRow[] }>('/api/today', { signal: todaySignal }, session);
      return answer.visits;
    },
    async setWaiting(waiting) {
      await call('/api/presence', { ...post({ waiting }), keepalive: true }, session);
    },
    async keepAudit(lines) {
      await call('/api/audit', { ...post({ visit, lines }), keepalive: true }, session);
    },
    async keepReceipt(receipt) {
      await call('/api/consent', { ...post({ visit, receipt }), keepalive: true }, session);
    },
    records: () => call<VisitRecords>(`/api/records?visit=${visit}`, {}, session),
  };
};
