import { expect, test } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { createScriptedAdapter } from '../../test/scripted-adapter.ts';
import type { ConnectionReport } from '../contract/connection-report.ts';
import { demonstration } from '../policy/presets.ts';
import { createVisit } from './create-visit.ts';

const report: ConnectionReport = {
  server: { outcome: 'reached', milliseconds: 12 },
  stun: { outcome: 'not-configured' },
  turn: { outcome: 'not-configured' },
};

const visitOn = ({ secure = true, probes = true }) => {
  const asked: AbortSignal[] = [];
  const probe = (signal: AbortSignal) => {
    asked.push(signal);
    return Promise.resolve(report);
  };
  const adapter = createScriptedAdapter();
  const visit = createVisit({
    adapter: probes ? { ...adapter, probe } : adapter,
    role: 'patient',
    policy: demonstration,
    environment: {
      clock: createFakeClock(),
      crypto: globalThis.crypto,
      mediaDevices: undefined,
      createAudioContext: undefined,
      page: { secure, path: '/visit' },
      onPageClosing: () => () => undefined,
    },
  });
  return { visit, asked, connections: adapter.connections };
};

const signal = new AbortController().signal;

test('the way is tried without entering the room', async () => {
  const { visit, asked, connections } = visitOn({});
  expect(await visit.testConnection?.(signal)).toEqual(report);
  expect(asked).toEqual([signal]);
  expect(connections).toEqual([]);
  expect(visit.state.get().phase.name).toBe('ready');
});

test('a page whose rules keep it out of the visit contacts nobody', async () => {
  const { visit, asked } = visitOn({ secure: false });
  await expect(visit.testConnection?.(signal)).rejects.toMatchObject({ name: 'Refusal', feature: 'testConnection' });
  expect(asked).toEqual([]);
});

test('a provider without such a test offers none', () => {
  expect(visitOn({ probes: false }).visit.testConnection).toBeUndefined();
});
