import type { Server } from 'node:http';
import { HmsEmulator, type HmsEmulatorOptions } from './emulator.ts';

/**
 * Puts the stand-in on an HTTP server that may serve something else as well: what is not for the stand-in goes to the
 * listeners the server has now. @returns the stand-in; close it when the server closes
 */
export const attachHmsEmulator = (server: Server, options: HmsEmulatorOptions = {}): HmsEmulator => {
  const emulator = new HmsEmulator(options);
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
