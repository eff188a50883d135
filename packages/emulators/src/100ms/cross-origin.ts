import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets the page that asks read the answer, as the vendor's hosts do. */
export const allowOrigin = (request: IncomingMessage, response: ServerResponse): void => {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('access-control-allow-headers', 'authorization, content-type, user_agent_v2');
  response.setHeader('vary', 'origin');
};
