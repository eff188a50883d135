import { OptionError } from './option-error.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The vendor's address, checked: HTTPS, or HTTP on this machine for tests. @throws OptionError */
export const checkBaseUrl = (baseUrl: string): string => {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  if (url === null || !isSafe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new OptionError(
      'baseUrl',
      'The key would travel in the open, or the address says more than where to go.',
      'Give an https address without user, query or fragment; http is allowed on loopback, for tests.',
    );
  }
  return url.href.replace(/\/+$/, '');
};
