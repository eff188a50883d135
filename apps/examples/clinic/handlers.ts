import { PassRequestError, type PassIssuer } from '@quietroom/server';
import { loginOf, type Records } from './records.ts';

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** The JSON object in a request's body, or an empty one: what it should hold is checked where it is used. */
const readBody = async (request: Request): Promise<{ readonly visit?: unknown; readonly publicJwk?: unknown }> => {
  try {
    const body: unknown = await request.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
};

/**
 * Gives a visit pass to somebody who is signed in and has a seat in the visit. Role and id come from the records, never
 * from the page; the page decides its own public key and nothing else.
 */
export const givePass = async (request: Request, records: Records, passes: PassIssuer): Promise<Response> => {
  const login = loginOf(request);
  if (login === null) return answer(401, { error: 'signed-out' });
  const body = await readBody(request);
  const seat = records.seatOf(login, body.visit);
  if (seat === undefined) return answer(403, { error: 'not-entitled' });
  try {
    const { pass, claims } = await passes.issue({
      visit: records.appointment.visit,
      role: seat.role,
      sub: seat.sub,
      name: seat.pseudonym,
      publicJwk: body.publicJwk,
    });
    seat.pseudonym = claims.name;
    return answer(200, { pass });
  } catch (error) {
    if (error instanceof PassRequestError) return answer(400, { error: 'unusable', field: error.field });
    throw error;
  }
};

/** Gives the names of a visit to somebody entitled to them. */
export const giveRoster = (request: Request, records: Records): Response => {
  const login = loginOf(request);
  if (login === null) return answer(401, { error: 'signed-out' });
  const seat = records.seatOf(login, new URL(request.url).searchParams.get('visit'));
  if (seat === undefined) return answer(403, { error: 'not-entitled' });
  return answer(200, { entries: records.appointment.roster.rosterFor(seat.role) });
};
