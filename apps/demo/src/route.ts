import { parseOpaqueId, roles, type OpaqueId, type Role } from '@quietroom/core';

/** How pages look and speak; carried from page to page. */
export interface Preferences {
  /** A language tag, `en` unless asked otherwise. */
  readonly lang: string;
  /** `auto` follows the system. */
  readonly theme: 'light' | 'dark' | 'auto';
}

/** Providers this demo can hold a visit with. */
export const providers = ['local'] as const;
export type Provider = (typeof providers)[number];

/** Where in the demo a page is. */
export type Route =
  | { readonly page: 'landing'; readonly preferences: Preferences }
  | {
      readonly page: 'visit';
      readonly visit: OpaqueId;
      readonly as: Role;
      readonly provider: Provider;
      readonly preferences: Preferences;
    }
  | { readonly page: 'unknown'; readonly preferences: Preferences };

const visitPath = /^\/visit\/([^/]+)$/;

const parsePreferences = (query: URLSearchParams): Preferences => {
  const theme = query.get('theme');
  return { lang: query.get('lang') ?? 'en', theme: theme === 'light' || theme === 'dark' ? theme : 'auto' };
};

/** Reads an address. What it does not know is the page `unknown`, never a guess. */
export const parseRoute = (url: URL): Route => {
  const preferences = parsePreferences(url.searchParams);
  if (url.pathname === '/') return { page: 'landing', preferences };
  const visit = parseOpaqueId(visitPath.exec(url.pathname)?.[1]);
  const as = roles.find((role) => role === url.searchParams.get('as'));
  const provider = providers.find((name) => name === (url.searchParams.get('provider') ?? 'local'));
  if (visit === null || as === undefined || provider === undefined) return { page: 'unknown', preferences };
  return { page: 'visit', visit, as, provider, preferences };
};

/** The address of a visit's page. Neutral: an opaque id, a role and preferences, nothing about a person. */
export const visitAddress = (visit: string, as: Role, { lang, theme }: Preferences): string => {
  const query = new URLSearchParams({ as });
  if (lang !== 'en') query.set('lang', lang);
  if (theme !== 'auto') query.set('theme', theme);
  return `/visit/${visit}?${query.toString()}`;
};

/** The address of the landing page. */
export const landingAddress = ({ lang, theme }: Preferences): string => {
  const query = new URLSearchParams();
  if (lang !== 'en') query.set('lang', lang);
  if (theme !== 'auto') query.set('theme', theme);
  return query.size === 0 ? '/' : `/?${query.toString()}`;
};
