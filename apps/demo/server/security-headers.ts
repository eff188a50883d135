import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

const hostHeader = /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i;
const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** The host a request names, when it is one this server answers for. */
export const acceptedHost = (request: IncomingMessage, exposed: boolean): string | null => {
  const host = request.headers.host ?? '';
  // A loopback server answers to loopback names only, so that another site cannot reach it by pointing a name here.
  return (exposed ? hostHeader : loopbackHost).test(host) ? host : null;
};

/** Whether a request that changes something, or opens a socket, comes from this server's own pages. */
export const isSameOrigin = (request: IncomingMessage, host: string): boolean => {
  const { origin } = request.headers;
  return origin === `http://${host}` || origin === `https://${host}`;
};

const permissions = [
  'camera=(self)',
  'microphone=(self)',
  'display-capture=(self)',
  'autoplay=(self)',
  'fullscreen=(self)',
  'picture-in-picture=(self)',
  'speaker-selection=(self)',
  'geolocation=()',
  'payment=()',
  'usb=()',
  'serial=()',
  'hid=()',
  'midi=()',
  'browsing-topics=()',
].join(', ');

/**
 * Headers of every response: the pages may run and reach only what this server serves.
 * @param nonce fresh for every response; the library that keeps the page still behind a dialog adds a style element
 */
export const securityHeaders = (host: string, nonce: string): OutgoingHttpHeaders => ({
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self' ws://${host} wss://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'permissions-policy': permissions,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});
