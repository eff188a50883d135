const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const plainWord = /^[a-z]{1,12}$/;
const file = /^[a-z]{1,12}\.html$/;

/**
 * Whether a page's path may name somebody. Only lower-case words, UUIDs and plain file names are taken as neutral: a
 * name, a record number or a date cannot be told from others by a pattern, so everything else is worth a warning.
 */
export const looksPersonal = (path: string): boolean =>
  path.split('/').some((part) => part !== '' && !uuid.test(part) && !plainWord.test(part) && !file.test(part));
