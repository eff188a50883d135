/** The directives of one policy: names in lower case, with their sources. */
type Directives = ReadonlyMap<string, readonly string[]>;

/** Takes a `content-security-policy` header apart. A header may hold several policies; all of them apply. */
export const parsePolicies = (header: string): readonly Directives[] =>
  header
    .split(',')
    .map((policy) => {
      const directives = new Map<string, readonly string[]>();
      for (const part of policy.split(';')) {
        const [name, ...sources] = part.trim().split(/\s+/);
        // As browsers do it: the first of two directives of the same name counts.
        if (name !== undefined && name !== '' && !directives.has(name.toLowerCase())) {
          directives.set(name.toLowerCase(), sources);
        }
      }
      return directives;
    })
    .filter((directives) => directives.size > 0);

const keyword = (source: string): string => source.toLowerCase();
const hasKeyword = (sources: readonly string[], word: string): boolean =>
  sources.some((source) => keyword(source) === word);

/** The host a source names, without scheme and path: `*` when it names any. */
const hostOf = (source: string): string =>
  source
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .split('/')[0]
    ?.toLowerCase() ?? '';

/** Whether a source is any host at all: `*`, a bare scheme, or everything under a top-level domain. */
const isWild = (source: string): boolean =>
  /^[a-z][a-z0-9+.-]*:$/i.test(source) || /^\*(?:\.[^.]+)?(?::[\d*]+)?$/.test(hostOf(source));

const areOwn = (sources: readonly string[], host: string): boolean => {
  if (hasKeyword(sources, "'unsafe-eval'")) return false;
  const vouched = sources.some((source) => /^'(?:nonce-|sha(?:256|384|512)-)/i.test(source));
  // A nonce or a hash switches 'unsafe-inline' off in every browser that knows them.
  if (hasKeyword(sources, "'unsafe-inline'") && !vouched) return false;
  return sources.every((source) => source.startsWith("'") || hostOf(source) === host);
};

const scriptsAreOwn = (directives: Directives, host: string): boolean => {
  const scripts = directives.get('script-src') ?? directives.get('default-src');
  // The two narrower directives take the place of script-src for what they are about.
  const narrower = [directives.get('script-src-elem'), directives.get('script-src-attr')];
  return [scripts, ...narrower.filter((sources) => sources !== undefined)].every(
    (sources) => sources !== undefined && areOwn(sources, host),
  );
};

const connectsToNamed = (directives: Directives): boolean => {
  const sources = directives.get('connect-src') ?? directives.get('default-src');
  return sources?.some(isWild) === false;
};

const isNone = (sources: readonly string[] | undefined): boolean =>
  sources !== undefined && (sources.length === 0 || (sources.length === 1 && hasKeyword(sources, "'none'")));

const only = (sources: readonly string[] | undefined, ...words: readonly string[]): boolean =>
  sources?.every((source) => words.includes(keyword(source))) === true;

/** What a policy leaves open on a visit page, in words. Empty when nothing. @param host the page's own */
export const openInPolicies = (policies: readonly Directives[], host: string): readonly string[] => {
  const closed = (met: (directives: Directives) => boolean): boolean => policies.some(met);
  const open: string[] = [];
  if (!closed((directives) => scriptsAreOwn(directives, host))) {
    open.push('scripts that are not the page’s own may run (script-src)');
  }
  if (!closed(connectsToNamed)) open.push('the page may connect to any host (connect-src)');
  if (!closed((directives) => isNone(directives.get('object-src') ?? directives.get('default-src')))) {
    open.push('plugins may run (object-src)');
  }
  if (!closed((directives) => only(directives.get('base-uri'), "'none'", "'self'"))) {
    open.push('relative addresses may be bent elsewhere (base-uri)');
  }
  if (!closed((directives) => directives.get('frame-ancestors')?.some(isWild) === false)) {
    open.push('other sites may frame it (frame-ancestors)');
  }
  if (!closed((directives) => directives.get('form-action')?.some(isWild) === false)) {
    open.push('forms may send anywhere (form-action)');
  }
  return open;
};
