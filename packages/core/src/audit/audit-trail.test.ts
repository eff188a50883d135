import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { toBase64url } from '../display-name/base64url.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { participantId } from '../contract/identity.ts';
import type { AuditDetail, AuditEvent } from './audit-event.ts';
import { hashRecord, type AuditRecord } from './audit-record.ts';
import { createAuditTrail, type AuditTrail } from './create-audit-trail.ts';
import { sha256 } from './sha256.ts';
import { verifyAudit } from './verify-audit.ts';

const setUp = (server: { up: boolean } = { up: true }) => {
  const clock = createFakeClock();
  const stored: AuditRecord[] = [];
  const beacons: AuditRecord[] = [];
  const closing: (() => void)[] = [];
  let deliveries = 0;
  const trail = createAuditTrail({
    environment: {
      clock,
      crypto,
      onPageClosing: (callback) => {
        closing.push(callback);
        return () => closing.splice(closing.indexOf(callback), 1);
      },
    },
    visit: createOpaqueId(crypto),
    deliver: async (lines) => {
      deliveries += 1;
      await Promise.resolve();
      if (!server.up) throw new Error('the server is down');
      stored.push(...lines);
    },
    lastChance: (lines) => beacons.push(...lines),
  });
  let sequence = 0;
  const happens = (detail: AuditDetail): void => {
    sequence += 1;
    const event: AuditEvent = { ...detail, sequence, at: clock.now() };
    trail.onAudit(event);
  };
  return { clock, stored, beacons, closing, trail, happens, deliveries: () => deliveries };
};
const joined = { type: 'visit-joined' } as const;
const flood = { type: 'envelope-dropped', participant: participantId('somebody'), reason: 'malformed' } as const;
const allDelivered = (trail: AuditTrail) =>
  vi.waitFor(() => {
    expect(trail.state.get().waiting).toBe(0);
  });

describe('the trail', () => {
  it('chains with the SHA-256 that browsers have', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(toBase64url(sha256(bytes))).toBe(
          toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
        );
      }),
    );
  });

  it('arrives whole, and says where it ends', async () => {
    const { trail, happens, stored } = setUp();
    for (let index = 0; index < 250; index += 1) happens(joined);
    await trail.close();
    expect(verifyAudit(stored)).toEqual({ intact: true, lines: 251, problems: [] });
    expect(trail.state.get()).toEqual({ waiting: 0, delivered: 251, failingSince: null, dropped: 0 });
  });

  it('is sent again, less and less often, until the server has it', async () => {
    const server = { up: false };
    const { trail, happens, stored, clock, deliveries } = setUp(server);
    happens(joined);
    for (const [pause, tries] of [
      [1_000, 1],
      [2_000, 2],
      [4_000, 3],
    ] as const) {
      await vi.waitFor(() => {
        expect(deliveries()).toBe(tries);
        expect(clock.scheduled()).toBe(1);
      });
      clock.advance(pause - 1);
      expect(deliveries()).toBe(tries);
      clock.advance(1);
    }
    expect(trail.state.get()).toMatchObject({ waiting: 1, delivered: 0, failingSince: 1_800_000_000_000 });
    await vi.waitFor(() => {
      expect(clock.scheduled()).toBe(1);
    });
    server.up = true;
    clock.advance(8_000);
    await allDelivered(trail);
    await trail.close();
    expect(verifyAudit(stored).intact).toBe(true);
  });

  it('asks the sink for one delivery at a time', async () => {
    let open = 0;
    let most = 0;
    const numbers: number[] = [];
    const trail = createAuditTrail({
      environment: { clock: createFakeClock(), crypto, onPageClosing: () => () => undefined },
      visit: createOpaqueId(crypto),
      deliver: async (lines) => {
        open += 1;
        most = Math.max(most, open);
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        open -= 1;
        numbers.push(...lines.map(({ number }) => number));
      },
    });
    for (let index = 0; index < 350; index += 1) trail.onAudit({ ...joined, sequence: index + 1, at: 0 });
    await trail.close();
    expect(most).toBe(1);
    expect(numbers).toEqual(Array.from({ length: 351 }, (_, index) => index + 1));
  });

  it('keeps what matters through a flood while nobody takes it, and says what is missing', async () => {
    const server = { up: false };
    const { trail, happens, stored, clock } = setUp(server);
    for (let index = 0; index < 1_500; index += 1) happens(flood);
    happens(joined);
    expect(trail.state.get()).toMatchObject({ waiting: 1_002, dropped: 500 });
    await vi.waitFor(() => {
      expect(clock.scheduled()).toBe(1);
    });
    server.up = true;
    await trail.close();
    const verdict = verifyAudit(stored);
    expect(verdict.problems).toEqual([{ number: 1_001, problem: 'dropped' }]);
    expect(stored.map(({ event }) => event).find(({ type }) => type === 'lines-dropped')).toMatchObject({ count: 500 });
    expect(stored.filter(({ event }) => event.type === 'visit-joined')).toHaveLength(1);
  });

  it('hands what is left to the last chance when the page goes away; what was lost shows', async () => {
    const server = { up: false };
    const { happens, closing, beacons } = setUp(server);
    happens(joined);
    happens({ type: 'visit-ended', reason: 'closed' });
    for (const close of closing) close();
    expect(verifyAudit(beacons)).toEqual({ intact: true, lines: 3, problems: [] });
    expect(verifyAudit(beacons.slice(0, 2)).problems).toEqual([{ number: 2, problem: 'cut-off' }]);
  });
});

describe('verifying a trail', () => {
  const whole = async (lines = 8): Promise<readonly AuditRecord[]> => {
    const { trail, happens, stored } = setUp();
    for (let index = 0; index < lines - 1; index += 1) happens(joined);
    await trail.close();
    return stored;
  };

  it('takes lines in any order, and twice', async () => {
    const lines = await whole();
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines, ...lines], { minLength: 16 }), (shuffled) => {
        expect(verifyAudit(shuffled)).toEqual({ intact: true, lines: 8, problems: [] });
      }),
    );
  });

  it('notices every line that was taken away, changed or put in from elsewhere', async () => {
    const lines = await whole();
    const others = await whole();
    fc.assert(
      fc.property(fc.nat(7), fc.constantFrom('take', 'change', 'rehash', 'swap', 'forge'), (index, how) => {
        const copy = lines.slice();
        const [line, other] = [lines[index], others[index]];
        if (line === undefined || other === undefined) throw new Error('no such line');
        const changed = { ...line, event: { type: 'visit-joining', sequence: 1, at: 1 } } as const;
        if (how === 'take') copy.splice(index, 1);
        if (how === 'change') copy[index] = changed;
        if (how === 'rehash') copy[index] = { ...other, trail: line.trail, visit: line.visit };
        if (how === 'swap') copy[index] = other;
        // Whoever can write one line can hash it, too; only the next line tells.
        if (how === 'forge') copy[index] = { ...changed, hash: hashRecord(changed) };
        expect(verifyAudit(copy).intact).toBe(false);
      }),
    );
    expect(verifyAudit(lines.slice(0, -1)).problems).toEqual([{ number: 7, problem: 'cut-off' }]);
    expect(verifyAudit([]).problems).toEqual([{ number: 0, problem: 'cut-off' }]);
  });

  it('cannot notice that somebody who may write the trail wrote another one', async () => {
    expect(verifyAudit(await whole(3)).intact).toBe(true);
  });
});
