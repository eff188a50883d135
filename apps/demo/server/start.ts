import { HmsEmulator } from '@quietroom/emulators/100ms';
import { WherebyEmulator } from '@quietroom/emulators/whereby';
import { createRelay, createTurnDesk } from '@quietroom/local/relay';
import { createPassIssuer, createSigningKey } from '@quietroom/server';
import { DemoServer } from './demo-server.ts';

/** What the surroundings say about how to start. */
export interface StartOptions {
  /** `PORT`; 0 takes a free one. */
  readonly port: number;
  /** `HOST`; undefined listens on this machine only. */
  readonly host: string | undefined;
  readonly clinicianKey: string | undefined;
  /** The folder of the built pages. */
  readonly pages: string;
  /** A TURN server: its addresses, the secret shared with it, and whether everything goes through it. */
  readonly turn: { readonly urls: readonly string[]; readonly secret: string; readonly only: boolean } | undefined;
}

const loopback = new Set(['localhost', '127.0.0.1', '::1']);

/** Puts the demo together and starts it. @throws when the port is taken, or TURN is set up wrongly */
export const start = async (options: StartOptions): Promise<{ address: string; close: () => Promise<void> }> => {
  const host = options.host ?? '127.0.0.1';
  // The key lives and dies with this process, and so does every pass.
  const passes = createPassIssuer({ signingKey: await createSigningKey() });
  const exposed = !loopback.has(host);
  const server = new DemoServer({
    pages: options.pages,
    passes,
    relay: createRelay({ trust: passes.trust }),
    turn: options.turn && createTurnDesk(options.turn),
    turnOnly: options.turn?.only ?? false,
    exposed,
    // Pages send the vendors' SDKs here only while they are on this machine.
    whereby: exposed ? undefined : new WherebyEmulator(),
    hms: exposed ? undefined : new HmsEmulator(),
    clinicianKey: options.clinicianKey,
  });
  const port = await server.listen(options.port, host === 'localhost' ? '127.0.0.1' : host);
  const shown = loopback.has(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return { address: `http://${shown}:${port}`, close: () => server.close() };
};
