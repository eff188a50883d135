import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { visitPageHeaders } from '@quietroom/server';

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

/** Headers of every response, as a clinic would send them: the pages may run and reach only what this server serves. */
export const securityHeaders = (host: string): OutgoingHttpHeaders => {
  const headers = visitPageHeaders({ webAssembly: true, tls: false });
  const policy = headers['content-security-policy'] ?? '';
  // Its own sockets, by name: not every browser counts them to 'self'. The demo may be reached under any address.
  const sockets = `connect-src 'self' ws://${host} wss://${host}`;
  return { ...headers, 'content-security-policy': policy.replace("connect-src 'self'", sockets) };
};
