import type { Server } from 'node:http';
import { WherebyEmulator, type WherebyEmulatorOptions } from './emulator.ts';

/**
 * Puts the stand-in on an HTTP server that may serve something else as well: what is not for the stand-in goes to the
 * listeners the server has now. @returns the stand-in; close it when the server closes
 */
export const attachWherebyEmulator = (server: Server, options: WherebyEmulatorOptions = {}): WherebyEmulator => {
  const emulator = new WherebyEmulator(options);
  const requestListeners = server.listeners('request');
  server.removeAllListeners('request').on('request', (request, response) => {
    if (emulator.handleRequest(request, response)) return;
    for (const listener of requestListeners) Reflect.apply(listener, server, [request, response]);
  });
  const upgradeListeners = server.listeners('upgrade');
  server.removeAllListeners('upgrade').on('upgrade', (request, socket, head) => {
    if (emulator.handleUpgrade(request, socket, head)) return;
    for (const listener of upgradeListeners) Reflect.apply(listener, server, [request, socket, head]);
    if (upgradeListeners.length === 0) socket.destroy();
  });
  return emulator;
};
