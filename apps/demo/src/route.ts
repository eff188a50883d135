import { parseOpaqueId, roles, type OpaqueId, type Role } from '@quietroom/core';

/** Providers this demo can hold a visit with. */
export const providers = ['local', 'whereby', '100ms'] as const;
export type Provider = (typeof providers)[number];

/** How pages look and speak, and what carries the visit; kept from page to page. */
export interface Preferences {
  /** A language tag, `en` unless asked otherwise. */
  readonly lang: string;
  /** `auto` follows the system. */
  readonly theme: 'light' | 'dark' | 'auto';
  readonly provider: Provider;
  /** Whether the clinic records visits: only then can anybody be asked. */
  readonly recording: boolean;
}

/** Where in the demo a page is. */
export type Route =
  | { readonly page: 'landing'; readonly preferences: Preferences }
  | {
      readonly page: 'visit';
      readonly visit: OpaqueId;
      readonly as: Role;
      readonly preferences: Preferences;
    }
  | { readonly page: 'unknown'; readonly preferences: Preferences };

const visitPath = /^\/visit\/([^/]+)$/;

const parseProvider = (query: URLSearchParams): Provider | undefined =>
  providers.find((name) => name === (query.get('provider') ?? 'local'));

const parsePreferences = (query: URLSearchParams): Preferences => {
  const theme = query.get('theme');
  return {
    lang: query.get('lang') ?? 'en',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    provider: parseProvider(query) ?? 'local',
    recording: query.get('recording') === '1',
  };
};

/** Reads an address. What it does not know is the page `unknown`, never a guess. */
export const parseRoute = (url: URL): Route => {
  const preferences = parsePreferences(url.searchParams);
  if (url.pathname === '/') return { page: 'landing', preferences };
  const visit = parseOpaqueId(visitPath.exec(url.pathname)?.[1]);
  const as = roles.find((role) => role === url.searchParams.get('as'));
  const known = parseProvider(url.searchParams) !== undefined;
  if (visit === null || as === undefined || !known) return { page: 'unknown', preferences };
  return { page: 'visit', visit, as, preferences };
};

const keep = (query: URLSearchParams, { lang, theme, provider, recording }: Preferences): void => {
  if (lang !== 'en') query.set('lang', lang);
  if (theme !== 'auto') query.set('theme', theme);
  if (provider !== 'local') query.set('provider', provider);
  if (recording) query.set('recording', '1');
};

/** The address of a visit's page. Neutral: an opaque id, a role and preferences, nothing about a person. */
export const visitAddress = (visit: string, as: Role, preferences: Preferences): string => {
  const query = new URLSearchParams({ as });
  keep(query, preferences);
  return `/visit/${visit}?${query.toString()}`;
};

/** The address of the landing page. */
export const landingAddress = (preferences: Preferences): string => {
  const query = new URLSearchParams();
  keep(query, preferences);
  return query.size === 0 ? '/' : `/?${query.toString()}`;
};
