import type { Server } from 'node:http';
import { attach } from '../stand-in/attach.ts';
import { HmsEmulator, type HmsEmulatorOptions } from './emulator.ts';

/**
 * Puts the stand-in on an HTTP server that may serve something else as well. @returns the stand-in; close it when the
 * server closes
 */
export const attachHmsEmulator = (server: Server, options: HmsEmulatorOptions = {}): HmsEmulator => {
  const emulator = new HmsEmulator(options);
  attach(server, emulator);
  return emulator;
};
