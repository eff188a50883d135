/**
 * What the vendor's client keeps in this browser: events it could not send, with the name, the metadata and the whole
 * token in them, and ids that link a person's visits.
 */
const keys = ['client-events', 'hms-analytics', 'hms-analytics-deviceId', 'hms-device-selection'] as const;

/** Removes them. On a shared computer they would be the next person's to read. */
export const purgeLeftovers = (): void => {
  try {
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // A page without storage has nothing in it.
  }
};

let holders = 0;

/** Keeps storage free of them: purges now, when the page goes, and when let go of. @returns lets go, once */
export const keepNoLeftovers = (): (() => void) => {
  purgeLeftovers();
  if (holders === 0) globalThis.addEventListener('pagehide', purgeLeftovers);
  holders += 1;
  let held = true;
  return () => {
    purgeLeftovers();
    if (!held) return;
    held = false;
    holders -= 1;
    if (holders === 0) globalThis.removeEventListener('pagehide', purgeLeftovers);
  };
};
