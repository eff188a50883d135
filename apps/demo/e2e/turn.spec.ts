import { turnServerPath } from '../../../scripts/browsers.mjs';
import { startDemo } from './support/demo-process.ts';
import type { Person } from './support/person.ts';
import { expect, test as base } from './support/test.ts';
import { startTurnServer, type TurnServer } from './support/turn-server.ts';

/** The demo with a TURN server of its own, through which everything goes. */
const test = base.extend<object, { turn: TurnServer }>({
  turn: [
    async ({}, provide) => {
      const turn = await startTurnServer();
      await provide(turn);
      await turn.stop();
    },
    { scope: 'worker' },
  ],
  demo: [
    async ({ turn }, provide) => {
      const demo = await startDemo({
        DEMO_PAGES: 'dist/e2e',
        DEMO_TURN_URLS: `stun:127.0.0.1:${turn.port} turn:127.0.0.1:${turn.port}?transport=udp`,
        DEMO_TURN_SECRET: turn.secret,
        DEMO_TURN_ONLY: '1',
      });
      await provide(demo);
      await demo.stop();
    },
    { scope: 'worker' },
  ],
});

test.skip(
  turnServerPath() === undefined,
  process.env['TURN_MISSING'] ?? 'There is no coturn on this machine (apt-get install coturn, or TURNSERVER_PATH).',
);

interface Pair {
  readonly local: string;
  readonly remote: string;
}

/** The way that picture and sound take now: the kinds of candidates at both ends. */
const ways = (person: Person): Promise<readonly Pair[]> =>
  person.page.evaluate(async () => {
    const pairs: Pair[] = [];
    for (const connection of globalThis.probe.connections) {
      if (connection.connectionState !== 'connected') continue;
      const report = await connection.getStats();
      for (const entry of report.values() as Iterable<RTCStats>) {
        if (entry.type !== 'transport') continue;
        const pair = report.get(
          String((entry as RTCTransportStats).selectedCandidatePairId),
        ) as RTCIceCandidatePairStats;
        const kind = (id: string) => (report.get(id) as { candidateType: string }).candidateType;
        pairs.push({ local: kind(pair.localCandidateId), remote: kind(pair.remoteCandidateId) });
      }
    }
    return pairs;
  });

/** Every candidate and description that the relay carried to somebody. */
const candidatesTold = (person: Person): string[] =>
  person.fromRelay.flatMap((frame) => frame.match(/candidate:[^"\\]+/g) ?? []);

/** How often somebody's page asked the clinic for the TURN server. */
const asked = (person: Person): number =>
  person.requests.filter((address) => address.endsWith('/api/ice-servers')).length;

test('a visit that may only go through the TURN server does, and survives its standstill and its restart', async ({
  arrives,
  turn,
}) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient');
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await clinician.sees('patient');
  await patient.sees('clinician');
  for (const person of [clinician, patient]) {
    expect(await ways(person)).toEqual([{ local: 'relay', remote: 'relay' }]);
    const told = candidatesTold(person);
    expect(told).not.toEqual([]);
    // Nobody learns an address of the other's own.
    for (const candidate of told) expect(candidate).toMatch(/ typ relay raddr 0\.0\.0\.0 rport 0/);
  }

  await test.step('a server that stands still is missed, and carries on when it is awake', async () => {
    turn.freeze();
    await expect(clinician.visit.getByText(/connection lost|lost connection|reconnecting/i).first()).toBeVisible();
    turn.wake();
    await clinician.sees('patient');
    await patient.sees('clinician');
  });

  await test.step('a server that was restarted is asked for a new way, with new credentials', async () => {
    const before = asked(patient);
    await turn.restart();
    // What went through the former server is gone; how long its loss shows depends on how soon the new one is found.
    await expect.poll(() => asked(patient), { timeout: 30_000 }).toBeGreaterThan(before);
    await expect(clinician.visit.getByText(/connection lost|lost connection|reconnecting/i)).toHaveCount(0, {
      timeout: 30_000,
    });
    await clinician.sees('patient');
    await patient.sees('clinician');
    await expect.poll(() => ways(clinician)).toEqual([{ local: 'relay', remote: 'relay' }]);
  });

  for (const person of [patient, clinician]) {
    await person.leaves();
    await expect.poll(() => person.holds()).toMatchObject({ liveTracks: 0, openConnections: 0, openSockets: 0 });
  }
});

test('network-strict: “Test connection” reaches the TURN server, and says plainly when it is not reached', async ({
  arrives,
  turn,
}) => {
  const patient = await arrives('patient');
  await patient.button('Test connection').click();
  await expect(patient.page.getByText('Your connection reaches the visit.')).toBeVisible();
  await expect(patient.page.getByText(/^A way around for strict networks: reached in \d+ ms$/)).toBeVisible();

  // The same server at a port where nobody listens.
  await patient.page.route('**/api/ice-servers', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(`:${turn.port}`, ':9') });
  });
  await patient.button('Test connection').click();
  await expect(patient.page.getByText(/^The visit answers, but your network seems to hold back picture/)).toBeVisible();
  await expect(patient.page.getByText('A way around for strict networks: not reached')).toBeVisible();

  const saving = patient.page.waitForEvent('download');
  await patient.button('Download report').click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const report = Buffer.concat(chunks).toString();
  expect(JSON.parse(report)).toMatchObject({
    connection: { server: { outcome: 'reached' }, turn: { outcome: 'unreached' } },
  });
  for (const personal of ['127.0.0.1', 'localhost', String(turn.port), turn.secret])
    expect(report).not.toContain(personal);
});
