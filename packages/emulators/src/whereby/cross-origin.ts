import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets the page that asks read the answer, as the vendor's API does. */
export const allowOrigin = (request: IncomingMessage, response: ServerResponse): void => {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-methods', 'GET, POST, DELETE, OPTIONS');
  response.setHeader('access-control-allow-headers', 'authorization, content-type, x-appearin-device-platform');
  response.setHeader('vary', 'origin');
};
