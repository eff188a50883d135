// Any version: Whereby draws the name, and its documentation shows time-based ones.
const uuid = /^\/?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/**
 * The UUID a room is named by, or null when its name is anything else (W1-05, W1-20).
 * @param value a room name, with or without its slash, or a room address.
 */
export const roomNameOf = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  if (!value.includes('://')) return uuid.exec(value)?.[1] ?? null;
  if (!URL.canParse(value)) return null;
  const { protocol, username, password, hash, pathname } = new URL(value);
  if (protocol !== 'https:' || username !== '' || password !== '' || hash !== '') return null;
  return uuid.exec(pathname)?.[1] ?? null;
};
