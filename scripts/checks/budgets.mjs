// What may reach a browser, in kB (1,000 bytes) after brotli, React and the vendors' own packages left out.

/**
 * `uses`: the names an app imports, by package; `*` is everything. `counts`: the files that load before anything shows,
 * or also all that may load later. `beyond`: what the app uses already, so that only the rest counts.
 * @typedef {Record<string, '*' | string[]>} Imports
 * @typedef {{ name: string, uses: Imports, beyond?: Imports, counts: 'first' | 'all', kilobytes: number }} Budget
 */

const visit = { '@quietroom/core': ['createVisit'], '@quietroom/react': ['VideoRoom'] };
/** What is core's is no adapter's own, and adapters use more of it than an app does. */
const shared = { ...visit, '@quietroom/core': '*' };

/** @returns {Budget} */
const only = (name, kilobytes, from = '@quietroom/react') => ({
  name: `only ${name}`,
  uses: { [from]: [name] },
  counts: 'first',
  kilobytes,
});

/** @type {Budget[]} */
export const budgets = [
  { name: 'first files of VideoRoom with createVisit', uses: visit, counts: 'first', kilobytes: 40 },
  {
    name: 'first files of VideoRoom with all of core',
    uses: { ...visit, '@quietroom/core': '*' },
    counts: 'first',
    kilobytes: 40,
  },
  {
    // An app has one adapter, and each has a budget of its own below.
    name: 'all JavaScript with English, without an adapter',
    uses: { '@quietroom/core': '*', '@quietroom/react': '*' },
    counts: 'all',
    kilobytes: 110,
  },
  {
    name: 'local beyond VideoRoom',
    uses: { ...shared, '@quietroom/local': ['local'] },
    beyond: shared,
    counts: 'all',
    kilobytes: 14,
  },
  {
    name: 'whereby beyond VideoRoom, without the vendor’s client',
    uses: { ...shared, '@quietroom/whereby': ['whereby'] },
    beyond: shared,
    counts: 'all',
    kilobytes: 10,
  },
  {
    name: '100ms beyond VideoRoom, without the vendor’s client',
    uses: { ...shared, '@quietroom/100ms': ['hms'] },
    beyond: shared,
    counts: 'all',
    kilobytes: 10,
  },
  {
    name: 'effects beyond VideoRoom, without the files they are served with',
    uses: { ...visit, '@quietroom/effects': ['blur', 'noiseSuppression'] },
    beyond: visit,
    counts: 'all',
    kilobytes: 4,
  },
  only('createVisit', 16, '@quietroom/core'),
  only('useVisitOwner', 1),
  only('useParticipant', 1),
  only('useAction', 3),
  only('RosterName', 8),
  only('Readiness', 12),
  only('Stage', 14),
  only('Toolbar', 20),
  only('Chat', 15),
];

/** The style sheet, minified. */
export const stylesBudget = { name: 'style sheet', specifier: '@quietroom/react/styles.css', kilobytes: 10 };
