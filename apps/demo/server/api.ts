import type { IncomingMessage } from 'node:http';
import { roles, type Role } from '@quietroom/core';
import type { TurnDesk } from '@quietroom/local/relay';
import { PassRequestError, type PassIssuer } from '@quietroom/server';
import type { Clinic, ClinicVisit } from './clinic.ts';
import { readJson } from './request-body.ts';
import type { Session, SignIn } from './sign-in.ts';
import type { VisitRecords } from './visit-records.ts';
import type { WaitingList } from './waiting-list.ts';
import type { HmsRooms } from './hms-rooms.ts';
import type { WherebyRooms } from './whereby-rooms.ts';

/** What the API works on. */
export interface ApiContext {
  readonly clinic: Clinic;
  readonly signIn: SignIn;
  readonly waiting: WaitingList;
  readonly passes: PassIssuer;
  readonly records: VisitRecords;
  /** Null when this demo has no TURN server. */
  readonly turn: TurnDesk | null;
  /** Whether picture and sound go through the TURN server even where there is a direct way. */
  readonly turnOnly: boolean;
  /** Null when this demo has no stand-in for Whereby. */
  readonly wherebyRooms: WherebyRooms | null;
  /** Null when this demo has no stand-in for 100ms. */
  readonly hmsRooms: HmsRooms | null;
}

/** An answer of the API: a status and a JSON body. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A hundred lines of a trail, which is what comes at once, and room to spare. */
const mostAuditBytes = 131_072;

const ok = (body: unknown): ApiAnswer => ({ status: 200, body });
const refuse = (status: number, error: string): ApiAnswer => ({ status, body: { error } });

const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** Whether this session may act in this visit. */
const mayEnter = (session: Session, visit: ClinicVisit): boolean =>
  session.visit === null || session.visit === visit.id;

type Route = (context: ApiContext, request: IncomingMessage, url: URL) => Promise<ApiAnswer> | ApiAnswer;

/** What the landing page needs: the rooms of the day without anybody's name, and whether a clinician needs a key. */
const demo: Route = ({ clinic, signIn }) =>
  ok({
    visits: clinic.visits.flatMap(({ id, time }) => (time === null ? [] : [{ id, time }])),
    clinicianKeyNeeded: signIn.clinicianKeyNeeded,
    clinicianPossible: signIn.clinicianPossible,
  });

const openSession: Route = async ({ clinic, signIn, turn, turnOnly }, request) => {
  const body = await readJson(request);
  if (!body || typeof body['visit'] !== 'string' || !isRole(body['as'])) return refuse(400, 'malformed');
  const visit = clinic.visit(body['visit']);
  if (!visit) return refuse(404, 'no-such-visit');
  const key = typeof body['key'] === 'string' ? body['key'] : undefined;
  const session = signIn.open(body['as'], visit.id, key);
  if (session === null) return refuse(403, 'clinician-key-needed');
  const { name, pronouns } = visit.seats[body['as']].person;
  const usesTurn = turn === null ? 'never' : turnOnly ? 'always' : 'when-needed';
  return ok({ session, person: { name, pronouns }, turn: usesTurn });
};

const issuePass: Route = async ({ clinic, signIn, passes }, request) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  const body = await readJson(request);
  if (!body || typeof body['visit'] !== 'string') return refuse(400, 'malformed');
  const visit = clinic.visit(body['visit']);
  if (!visit || !mayEnter(session, visit) || body['role'] !== session.role) return refuse(403, 'not-entitled');
  const { sub, role, pseudonym: name, ...seat } = visit.seats[session.role];
  try {
    const { pass, claims } = await passes.issue({ visit: visit.id, sub, name, role, publicJwk: body['publicJwk'] });
    visit.seats[session.role] = { sub, role, ...seat, pseudonym: claims.name };
    return ok({ pass });
  } catch (error) {
    if (error instanceof PassRequestError) return refuse(400, 'unusable-key');
    throw error;
  }
};

/** Names for those entitled to them: the clinician sees everybody in the visit, everybody else the clinician. */
const roster: Route = ({ clinic, signIn }, request, url) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  const visit = clinic.visit(url.searchParams.get('visit') ?? '');
  if (!visit || !mayEnter(session, visit)) return refuse(403, 'not-entitled');
  return ok({ entries: visit.roster.rosterFor(session.role) });
};

/** The TURN server, with credentials of the asker's own that run out. */
const iceServers: Route = async ({ signIn, turn }, request) => {
  if (!signIn.find(request.headers.authorization)) return refuse(401, 'signed-out');
  return turn ? ok({ iceServers: await turn.issue() }) : refuse(404, 'no-such-thing');
};

/** The vendor's room of a visit. Its host's key goes to the clinician and to nobody else. */
const wherebyRoom: Route = ({ clinic, signIn, wherebyRooms }, request, url) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  const visit = clinic.visit(url.searchParams.get('visit') ?? '');
  if (!visit || !mayEnter(session, visit)) return refuse(403, 'not-entitled');
  return wherebyRooms ? ok(wherebyRooms.reference(visit.id, session.role)) : refuse(404, 'no-such-provider');
};

/** The vendor's room of a visit. Nobody comes in with that alone. */
const hmsRoom: Route = ({ clinic, signIn, hmsRooms }, request, url) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  const visit = clinic.visit(url.searchParams.get('visit') ?? '');
  if (!visit || !mayEnter(session, visit)) return refuse(403, 'not-entitled');
  return hmsRooms ? ok(hmsRooms.reference(visit.id)) : refuse(404, 'no-such-provider');
};

/** A token of the vendor's for whoever is signed in, for this room and this role. */
const hmsToken: Route = async ({ clinic, signIn, hmsRooms }, request) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  const body = await readJson(request);
  if (!body || typeof body['visit'] !== 'string') return refuse(400, 'malformed');
  const visit = clinic.visit(body['visit']);
  if (!visit || !mayEnter(session, visit)) return refuse(403, 'not-entitled');
  if (!hmsRooms) return refuse(404, 'no-such-provider');
  return ok({ token: await hmsRooms.token(visit.id, visit.seats[session.role].sub, session.role) });
};

const today: Route = ({ clinic, signIn, waiting }, request) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  if (session.role !== 'clinician') return refuse(403, 'not-entitled');
  const rows = clinic.visits.map(({ id, time, reason, seats }) => ({
    visit: id,
    time,
    reason,
    name: seats.patient.person.name,
    pronouns: seats.patient.person.pronouns,
    waitingSince: waiting.since(id),
  }));
  // Unplanned visits come and go; one is of interest while somebody waits in it.
  return ok({ visits: rows.filter(({ time, waitingSince }) => time !== null || waitingSince !== null) });
};

const presence: Route = async ({ signIn, waiting }, request) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  if (session.role !== 'patient' || session.visit === null) return refuse(403, 'not-entitled');
  const body = await readJson(request);
  if (typeof body?.['waiting'] !== 'boolean') return refuse(400, 'malformed');
  if (body['waiting']) waiting.waits(session.visit);
  else waiting.leaves(session.visit);
  return ok({});
};

/** Lines of an audit trail, stored under whoever is signed in: the page that writes them cannot say who it is. */
const keepAudit: Route = async ({ clinic, signIn, records }, request) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  const body = await readJson(request, mostAuditBytes);
  if (!body || typeof body['visit'] !== 'string') return refuse(400, 'malformed');
  const visit = clinic.visit(body['visit']);
  if (!visit || !mayEnter(session, visit)) return refuse(403, 'not-entitled');
  return records.keepLines(visit.id, session.role, body['lines']) ? ok({}) : refuse(400, 'malformed');
};

const keepReceipt: Route = async ({ clinic, signIn, records }, request) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  const body = await readJson(request);
  if (!body || typeof body['visit'] !== 'string') return refuse(400, 'malformed');
  const visit = clinic.visit(body['visit']);
  if (!visit || !mayEnter(session, visit)) return refuse(403, 'not-entitled');
  return records.keepReceipt(visit.id, body['receipt']) ? ok({}) : refuse(400, 'malformed');
};

/** What is stored of a visit, and whether its trails are whole. */
const visitRecords: Route = ({ clinic, signIn, records }, request, url) => {
  const session = signIn.find(request.headers.authorization);
  if (!session) return refuse(401, 'signed-out');
  const visit = clinic.visit(url.searchParams.get('visit') ?? '');
  if (!visit || session.role !== 'clinician') return refuse(403, 'not-entitled');
  return ok({ trails: records.verify(visit.id), receipts: records.receipts(visit.id) });
};

const routes: Readonly<Record<string, Route>> = {
  'GET /api/demo': demo,
  'GET /api/trust': ({ passes }) => ok({ keys: passes.trust }),
  'POST /api/sign-in': openSession,
  'POST /api/pass': issuePass,
  'GET /api/roster': roster,
  'GET /api/ice-servers': iceServers,
  'GET /api/whereby-room': wherebyRoom,
  'GET /api/100ms-room': hmsRoom,
  'POST /api/100ms-token': hmsToken,
  'GET /api/today': today,
  'POST /api/presence': presence,
  'POST /api/audit': keepAudit,
  'POST /api/consent': keepReceipt,
  'GET /api/records': visitRecords,
};

/** Answers one request under `/api/`. Nothing about it is written down anywhere. */
export const answerApi = async (context: ApiContext, request: IncomingMessage, url: URL): Promise<ApiAnswer> => {
  const route = routes[`${request.method ?? ''} ${url.pathname}`];
  return route ? await route(context, request, url) : refuse(404, 'no-such-thing');
};
