import { parseOpaqueId, RoomError, type OpaqueId, type Role } from '@quietroom/core';
import type { HmsRoles } from './template-roles.ts';

/** Who a token must be for. */
export interface TokenBearer {
  readonly id: OpaqueId;
  readonly role: Role;
}

const refuse = (why: string): never => {
  throw new RoomError('pass-refused', { cause: new Error(why) });
};

const textOf = (of: object, name: string): string => {
  const value: unknown = Reflect.get(of, name);
  return typeof value === 'string' ? value : refuse(`It has no ${name}.`);
};

/**
 * What a token says, read as the vendor's client reads it: with bare `atob`, which fails for some valid tokens and garbles
 * others.
 */
const payloadOf = (token: string): object => {
  const parts = token.split('.');
  if (parts.length !== 3) refuse('It is not a token of three parts.');
  try {
    const payload: unknown = JSON.parse(atob(parts[1] ?? ''));
    if (typeof payload === 'object' && payload !== null) return payload;
  } catch {
    // Said below.
  }
  return refuse('The vendor’s client cannot decode it.');
};

/**
 * Checks a token of the vendor's before anything is asked of anybody: it goes into addresses, and the vendor keeps its
 * `user_id` as it is. Who signed it, and whether it still counts, is the vendor's to check.
 * @throws RoomError `pass-refused`, `pass-mismatch`
 */
export const checkToken = (
  token: string,
  { roomId, roles }: { readonly roomId: string; readonly roles: HmsRoles },
  bearer: TokenBearer,
): void => {
  const payload = payloadOf(token);
  const user = parseOpaqueId(textOf(payload, 'user_id'));
  if (user === null) refuse('Its user_id is not opaque.');
  if (user !== bearer.id) refuse('Its user_id is not the pass’s.');
  if (textOf(payload, 'room_id') !== roomId) refuse('It is for another room.');
  // Only clinicians come in by themselves; everybody else waits to be admitted.
  const wanted = bearer.role === 'clinician' ? roles.clinician : roles.waiting;
  if (textOf(payload, 'role') !== wanted) throw new RoomError('pass-mismatch');
};
