import { fileURLToPath } from 'node:url';
import { browserEnvironment } from '@quietroom/core';
import { createRelay, type Relay } from '@quietroom/local/relay';
import { createPassIssuer, createSigningKey } from '@quietroom/server';
import { DemoServer } from '../../server/demo-server.ts';
import type { DemoProcess } from './demo-process.ts';

/** Relays that a page may meet: one for two people, and one whose day is tomorrow, when today's passes have expired. */
export type StagedRelay = 'usual' | 'tomorrow';

/** The demo in this process, so that a spec can say which relay pages meet. Nothing of the product knows. */
export interface StagedDemo extends DemoProcess {
  /** From now on pages that connect meet this relay. */
  meets(relay: StagedRelay): void;
}

const aDay = 86_400_000;

/** Starts the demo on a free port. */
export const stageDemo = async (): Promise<StagedDemo> => {
  const passes = createPassIssuer({ signingKey: await createSigningKey() });
  const { clock } = browserEnvironment();
  const relays: Readonly<Record<StagedRelay, Relay>> = {
    usual: createRelay({ trust: passes.trust, maximumParticipants: 2 }),
    tomorrow: createRelay({ trust: passes.trust, clock: { ...clock, now: () => clock.now() + aDay } }),
  };
  let met: StagedRelay = 'usual';
  const relay: Relay = {
    get rooms() {
      return relays[met].rooms;
    },
    handleUpgrade: (...upgrade) => {
      relays[met].handleUpgrade(...upgrade);
    },
    close: () => {
      for (const one of Object.values(relays)) one.close();
    },
  };
  const pages = fileURLToPath(new URL('../../dist/e2e', import.meta.url));
  const server = new DemoServer({ pages, passes, relay, exposed: false });
  return {
    port: await server.listen(0, '127.0.0.1'),
    output: () => '',
    meets: (next) => {
      met = next;
    },
    stop: () => server.close(),
  };
};
