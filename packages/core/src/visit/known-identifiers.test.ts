import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { createScriptedAdapter } from '../../test/scripted-adapter.ts';
import type { Environment } from '../contract/environment.ts';
import { loosen } from '../policy/check-policy.ts';
import { demonstration } from '../policy/presets.ts';
import type { Policy } from '../policy/rule.ts';
import { createVisit } from './create-visit.ts';

const known = ['Zylphia Quonsett', '84-0031-77'];
const room = '/0b3f9c52-6a1e-4f6b-9d0c-1b7f2f7f9a10';

interface Given {
  readonly reference?: string;
  readonly path?: string;
  readonly crypto?: Environment['crypto'];
  readonly policy?: Policy;
}

const joinWith = async ({ reference = room, path = '/visit', crypto = globalThis.crypto, policy }: Given) => {
  const adapter = createScriptedAdapter();
  const probed: AbortSignal[] = [];
  const audited: string[] = [];
  const visit = createVisit({
    adapter: {
      ...adapter,
      reference,
      probe: (signal) => {
        probed.push(signal);
        const outcome = 'not-configured';
        return Promise.resolve({ server: { outcome }, stun: { outcome }, turn: { outcome } });
      },
    },
    role: 'patient',
    policy: policy ?? demonstration,
    knownIdentifiers: known,
    onAudit: (event) => audited.push(JSON.stringify(event)),
    environment: {
      clock: createFakeClock(),
      crypto,
      mediaDevices: undefined,
      createAudioContext: undefined,
      page: { secure: true, path },
      onPageClosing: () => () => undefined,
    },
  });
  void visit.join();
  await expect.poll(() => visit.state.get().phase.name === 'ended' || adapter.connections.length > 0).toBe(true);
  return { visit, adapter, probed, audited };
};

describe('what must never leave', () => {
  test.each([
    ['as it is', 'Zylphia Quonsett'],
    ['without its spaces', 'visit-ZYLPHIAQUONSETT'],
    ['as a slug', 'zylphia-quonsett-10am'],
    ['with accents', 'Zýlphia Quonsétt'],
    ['backwards', 'ttesnouq_aihplyz'],
    ['as a number with other separators', 'room84003177'],
    ['in a UUID', '84003177-6a1e-4f6b-9d0c-1b7f2f7f9a10'],
  ])('is refused in the reference of a room %s, before any contact', async (_how, reference) => {
    const { visit, adapter, probed, audited } = await joinWith({ reference });
    expect(adapter.connections).toEqual([]);
    expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'refused' });
    expect(visit.state.get().findings.map(({ ruleId }) => ruleId)).toContain('Q-KNOWN-IDENTIFIERS');
    await expect(visit.testConnection?.(new AbortController().signal)).rejects.toMatchObject({
      name: 'Refusal',
      ruleId: 'Q-KNOWN-IDENTIFIERS',
    });
    expect(probed).toEqual([]);
    expect(audited.join().toLowerCase()).not.toContain('quonsett');
    expect(JSON.stringify(visit.facts.get())).not.toContain(reference);
  });

  test('is refused in the path of the page', async () => {
    const { adapter } = await joinWith({ path: '/patients/zylphia-quonsett/visit' });
    expect(adapter.connections).toEqual([]);
  });

  test('is refused in this page’s id', async () => {
    const bytes = [0x84, 0x00, 0x31, 0x77];
    const drawn: Environment['crypto'] = {
      subtle: crypto.subtle,
      getRandomValues: (into) => {
        if (into instanceof Uint8Array) into.set(bytes.slice(0, into.length));
        return into;
      },
    };
    const { visit, adapter } = await joinWith({ crypto: drawn });
    expect(adapter.connections).toEqual([]);
    expect(visit.state.get().findings.map(({ ruleId }) => ruleId)).toEqual(['Q-KNOWN-IDENTIFIERS']);
  });

  test('is refused whatever the policy loosens', async () => {
    const policy = loosen(demonstration, { 'Q-KNOWN-IDENTIFIERS': 'we know', 'Q-NEUTRAL-REFERENCE': 'we know' });
    const { adapter } = await joinWith({ reference: 'zylphia quonsett', policy });
    expect(adapter.connections).toEqual([]);
  });
});

test('a reference that looks like somebody’s is refused, known or not, unless the policy says why not', async () => {
  const reference = 'born 1931-03-02';
  const { visit, adapter } = await joinWith({ reference });
  expect(adapter.connections).toEqual([]);
  expect(visit.state.get().findings.map(({ ruleId }) => ruleId)).toEqual(['Q-NEUTRAL-REFERENCE']);
  const policy = loosen(demonstration, { 'Q-NEUTRAL-REFERENCE': 'the day the room was built' });
  expect((await joinWith({ reference, policy })).adapter.connections).toHaveLength(1);
});

test.each(['65a1b2c3d4e5f60718293a4b', room])('a reference drawn at random passes: %s', async (reference) => {
  const { adapter } = await joinWith({ reference });
  expect(adapter.connections).toHaveLength(1);
});
