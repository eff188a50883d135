/** The browser and the system a page runs on, as far as steps for people differ. */
export interface ThisBrowser {
  readonly name: 'chromium' | 'firefox' | 'safari' | 'other';
  /** The major version, null where it is not told. */
  readonly version: number | null;
  readonly system: 'windows' | 'mac' | 'linux' | 'android' | 'ios' | 'other';
}

const systems: readonly (readonly [ThisBrowser['system'], RegExp])[] = [
  ['ios', /iPhone|iPad|iPod/],
  ['android', /Android/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux|CrOS|X11/],
];

/** Every browser claims to be its forebears, so those with the most forebears are asked first. */
const names: readonly (readonly [ThisBrowser['name'], RegExp])[] = [
  ['firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['chromium', /(?:Chrom(?:e|ium)|CriOS|EdgiOS)\/(\d+)/],
  ['safari', /Version\/(\d+)\S* .*Safari\//],
];

/** Reads a user agent string. @param touchPoints tells an iPad, which calls itself a Macintosh, from one */
export function browserOf(userAgent: string, touchPoints = 0): ThisBrowser {
  const said = systems.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other';
  const system = said === 'mac' && touchPoints > 1 ? 'ios' : said;
  for (const [name, sign] of names) {
    const version = sign.exec(userAgent)?.[1];
    if (version !== undefined) return { name, version: Number(version), system };
  }
  return { name: 'other', version: null, system };
}

/** {@link browserOf} for the page at hand. */
export const thisBrowser = (): ThisBrowser => browserOf(navigator.userAgent, navigator.maxTouchPoints);
