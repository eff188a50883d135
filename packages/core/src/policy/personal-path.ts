const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const plainWord = /^[a-z]{1,12}$/;
const file = /^[a-z]{1,12}\.html$/;
const anyVisit = /^(?:visits?|rooms?|calls?|join|app|index\.html|[a-z]{1,2})$/;

const parts = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

/**
 * Whether a page's path may name somebody. Only lower-case words, UUIDs and plain file names are taken as neutral: a
 * name, a record number or a date cannot be told from others by a pattern, so everything else is worth a warning.
 */
export const looksPersonal = (path: string): boolean =>
  parts(path).some((part) => !uuid.test(part) && !plainWord.test(part) && !file.test(part));

/** Whether a page's path may tell what somebody is treated for: a word other than those that any visit could have. */
export const revealsProgramme = (path: string): boolean =>
  parts(path).some((part) => !uuid.test(part) && !anyVisit.test(part));
