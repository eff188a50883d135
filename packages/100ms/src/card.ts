import { parseOpaqueId, roles, type OpaqueId, type Role } from '@quietroom/core';
import { isObject } from './internals.ts';

/** A pass longer than this is none. */
const longest = 2100;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What somebody who waits shows at the door, in the place the vendor has for it: their visit pass and nothing else. */
export const writeCard = (pass: string): string => JSON.stringify({ v: 1, pass });

/** The visit pass somebody shows, unchecked; null where there is none. */
export const readCard = (metadata: string | undefined): string | null => {
  if (metadata === undefined || metadata.length > longest) return null;
  const card = parse(metadata);
  const pass: unknown = isObject(card) && Reflect.get(card, 'v') === 1 ? Reflect.get(card, 'pass') : null;
  return typeof pass === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(pass) ? pass : null;
};

/** Who a pass says it is for. Nothing here is proof: core checks the signature. */
export const readPass = (pass: string): { readonly sub: OpaqueId; readonly role: Role } | null => {
  const [, part = ''] = pass.split('.');
  let text: string;
  try {
    text = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
  const claims = parse(text);
  if (!isObject(claims)) return null;
  const sub = parseOpaqueId(Reflect.get(claims, 'sub'));
  const role = roles.find((known) => known === Reflect.get(claims, 'role'));
  return sub === null || role === undefined ? null : { sub, role };
};
