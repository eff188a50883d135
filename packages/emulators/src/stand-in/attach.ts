import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Whoever answers for a vendor's hosts. Each says false to what is none of theirs. */
export interface StandIn {
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

/**
 * Puts a stand-in on an HTTP server that may serve something else as well: what is not for the stand-in goes to the
 * listeners the server has now.
 */
export const attach = (server: Server, standIn: StandIn): void => {
  const requestListeners = server.listeners('request');
  server.removeAllListeners('request').on('request', (request, response) => {
    if (standIn.handleRequest(request, response)) return;
    for (const listener of requestListeners) Reflect.apply(listener, server, [request, response]);
  });
  const upgradeListeners = server.listeners('upgrade');
  server.removeAllListeners('upgrade').on('upgrade', (request, socket, head) => {
    if (standIn.handleUpgrade(request, socket, head)) return;
    for (const listener of upgradeListeners) Reflect.apply(listener, server, [request, socket, head]);
    if (upgradeListeners.length === 0) socket.destroy();
  });
};
