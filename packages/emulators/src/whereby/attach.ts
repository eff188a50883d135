import type { Server } from 'node:http';
import { attach } from '../stand-in/attach.ts';
import { WherebyEmulator, type WherebyEmulatorOptions } from './emulator.ts';

/**
 * Puts the stand-in on an HTTP server that may serve something else as well. @returns the stand-in; close it when the
 * server closes
 */
export const attachWherebyEmulator = (server: Server, options: WherebyEmulatorOptions = {}): WherebyEmulator => {
  const emulator = new WherebyEmulator(options);
  attach(server, emulator);
  return emulator;
};
