import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { participantId, type Role } from '../contract/identity.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createLedger, everybodyAgreed } from './ledger.ts';
import { agreedText, rehearse, type Rehearsal, type Weather } from '../../test/rehearsal.ts';

const english = { language: 'en' } as const;
const calm = { delay: () => 20 };

/** Everybody inside, their keys proved. */
const together = async (roles: readonly Role[], weather: Weather = calm): Promise<Rehearsal> => {
  const visit = rehearse(roles, weather);
  for (const index of roles.keys()) visit.walksIn(index);
  await visit.passes(500);
  return visit;
};
const recorded = async (roles: readonly Role[]): Promise<Rehearsal> => {
  const visit = await together(roles);
  visit.page(0).engine.ask('recording', english);
  await visit.passes(100);
  for (const [index] of roles.entries()) visit.page(index).engine.agree('recording', english);
  await visit.passes(500);
  await Promise.all([visit.starts(0), visit.passes(200)]);
  expect(visit.recording()).toBe(true);
  return visit;
};
const stopped = (visit: Rehearsal) => visit.pages.map((page) => page.stopped);

describe('a recording', () => {
  it('cannot start before everybody has agreed, and can once they have', async () => {
    const visit = await together(['clinician', 'patient', 'interpreter']);
    const clinician = visit.page(0).engine;
    clinician.ask('recording', english);
    await visit.passes(100);
    expect(visit.page(1).engine.state.get().recording).toMatchObject({ own: 'asked', askedBy: visit.page(0).id });
    expect(await visit.starts(0)).toBe(false);

    visit.page(1).engine.agree('recording', english);
    await visit.passes(500);
    expect(clinician.state.get().recording).toMatchObject({
      agreed: [visit.page(1).id],
      missing: [visit.page(2).id],
      ready: false,
    });
    expect(await visit.starts(0)).toBe(false);

    visit.page(2).engine.agree('recording', { language: 'es', shown: ['Sí.'] });
    await visit.passes(500);
    expect(clinician.state.get().recording.ready).toBe(true);
    await Promise.all([visit.starts(0), visit.passes(200)]);
    expect(visit.recording()).toBe(true);
    await visit.passes(10_000);
    expect(stopped(visit)).toEqual([false, false, false]);
  });

  it('cannot start while somebody’s page has yet to learn that everybody agreed: it would stop', async () => {
    const visit = await together(['clinician', 'patient', 'family'], {
      delay: (line: string) => (line === 'page-1>page-2' ? 3_000 : 20),
    });
    await visit.passes(4_000);
    visit.page(0).engine.ask('recording', english);
    await visit.passes(100);
    visit.page(1).engine.agree('recording', english);
    visit.page(2).engine.agree('recording', english);
    await visit.passes(1_000);
    expect(visit.page(0).engine.state.get().recording).toMatchObject({ missing: [], ready: false });
    await visit.passes(3_000);
    expect(visit.page(0).engine.ready('recording')).toBe(true);
    await Promise.all([visit.starts(0), visit.passes(200)]);
    expect(stopped(visit)).toEqual([false, false, false]);
  });

  it('stays impossible when somebody says no, and asks them again only when asked anew', async () => {
    const visit = await together(['clinician', 'patient']);
    visit.page(0).engine.ask('recording', english);
    await visit.passes(100);
    visit.page(1).engine.decline('recording');
    await visit.passes(30_000);
    expect(visit.page(0).engine.state.get().recording).toMatchObject({ refused: [visit.page(1).id], ready: false });
    expect(visit.page(1).engine.state.get().recording.own).toBe('declined');

    visit.page(0).engine.ask('recording', english);
    await visit.passes(100);
    expect(visit.page(1).engine.state.get().recording.own).toBe('asked');
  });

  it('stops before somebody is let in, and starts again only with their consent and another press', async () => {
    const visit = rehearse(['clinician', 'patient', 'family'], calm);
    visit.walksIn(0);
    visit.walksIn(1);
    await visit.passes(500);
    visit.page(0).engine.ask('recording', english);
    await visit.passes(100);
    visit.page(1).engine.agree('recording', english);
    await visit.passes(500);
    await Promise.all([visit.starts(0), visit.passes(200)]);
    let recordingAtTheDoor: boolean | null = null;
    visit.onAdmit = () => {
      recordingAtTheDoor = visit.recording();
    };
    await Promise.all([visit.admits(0, 2), visit.passes(500)]);
    expect(recordingAtTheDoor).toBe(false);
    await visit.passes(20_000);
    expect(visit.recording()).toBe(false);
    expect(visit.page(2).engine.state.get().recording.own).toBe('asked');
    expect(await visit.starts(0)).toBe(false);

    visit.page(2).engine.agree('recording', english);
    await visit.passes(1_000);
    expect(visit.recording()).toBe(false);
    await Promise.all([visit.starts(0), visit.passes(200)]);
    expect(visit.recording()).toBe(true);
    expect(stopped(visit)).toEqual([false, false, false]);
  });

  it('that is just being started is stopped before somebody is let in', async () => {
    const visit = rehearse(['clinician', 'patient'], {
      delay: (line) => (line === 'page-0>vendor 1' ? 400 : 20),
    });
    visit.walksIn(0);
    await visit.passes(100);
    visit.page(0).engine.ask('recording', english);
    visit.onAdmit = () => {
      expect(visit.recording()).toBe(false);
    };
    await Promise.all([visit.starts(0), visit.admits(0, 1), visit.passes(3_000)]);
    expect(visit.page(1).inside).toBe(true);
    expect(visit.recording()).toBe(false);
    expect(stopped(visit)).toEqual([false, false]);
  });

  it('lets nobody in while it cannot be stopped', async () => {
    let deaf = false;
    const visit = rehearse(['clinician', 'patient'], { ...calm, deaf: () => deaf });
    visit.walksIn(0);
    await visit.passes(100);
    visit.page(0).engine.ask('recording', english);
    await Promise.all([visit.starts(0), visit.passes(200)]);
    deaf = true;
    const [admitted] = await Promise.all([visit.admits(0, 1), visit.passes(5_000)]);
    expect(admitted).toBe(false);
    expect(visit.page(1).inside).toBe(false);
  });

  it('stops when somebody withdraws, and nobody’s own picture with it', async () => {
    const visit = await recorded(['clinician', 'patient', 'family']);
    visit.page(1).engine.withdraw('recording');
    await visit.passes(1_000);
    expect(visit.recording()).toBe(false);
    await visit.passes(10_000);
    expect(stopped(visit)).toEqual([false, false, false]);
    expect(visit.page(2).engine.state.get().recording.refused).toEqual([visit.page(1).id]);
    expect(visit.page(0).answers.at(-1)).toMatchObject({ given: 'withdrawn', of: visit.page(1).id });
  });

  it('that nobody stops within two seconds costs the withdrawer their own tracks', async () => {
    const visit = await recorded(['clinician', 'patient']);
    visit.leaves(0);
    await visit.passes(100);
    visit.page(1).engine.withdraw('recording');
    await visit.passes(1_900);
    expect(visit.page(1).stopped).toBe(false);
    await visit.passes(200);
    expect(visit.page(1).stopped).toBe(true);
  });

  it('that nobody agreed to stops everybody’s tracks the moment it is seen', async () => {
    const visit = await together(['clinician', 'patient']);
    visit.vendorRecords(true);
    await visit.passes(100);
    expect(stopped(visit)).toEqual([true, true]);
    expect(visit.recording()).toBe(false);
  });

  it('stops everybody’s tracks when somebody walks in without being let in', async () => {
    const visit = rehearse(['clinician', 'patient', 'observer'], calm);
    visit.walksIn(0);
    visit.walksIn(1);
    await visit.passes(500);
    visit.page(0).engine.ask('recording', english);
    await visit.passes(100);
    visit.page(1).engine.agree('recording', english);
    await visit.passes(500);
    await Promise.all([visit.starts(0), visit.passes(200)]);
    visit.walksIn(2);
    await visit.passes(100);
    expect(stopped(visit)).toEqual([true, true, true]);
  });

  it('needs consent to the same text on every page', async () => {
    const other = { ...agreedText, hash: 'B'.repeat(43) };
    const visit = rehearse(['clinician', 'patient'], calm, (index) => (index === 0 ? agreedText : other));
    visit.walksIn(0);
    visit.walksIn(1);
    await visit.passes(500);
    visit.page(0).engine.ask('recording', english);
    await visit.passes(200);
    expect(visit.page(1).engine.state.get().recording.own).toBe('not-asked');
    visit.page(1).engine.agree('recording', english);
    await visit.passes(5_000);
    expect(visit.page(0).engine.ready('recording')).toBe(false);
  });

  it('is not asked for by anybody but a clinician', async () => {
    const visit = await together(['clinician', 'patient', 'family']);
    visit.page(1).engine.ask('recording', english);
    await visit.passes(1_000);
    expect(visit.page(2).engine.state.get().recording.own).toBe('not-asked');
    visit.page(0).engine.received(visit.page(1).id, {
      type: 'control',
      control: 'ask',
      for: 'recording',
      text: agreedText.hash,
      round: 1,
    });
    expect(visit.page(0).engine.state.get().recording.own).toBe('not-asked');
  });

  it('is agreed to by nobody whose identity is not proved', () => {
    const id = participantId('somebody');
    const ledger = createLedger();
    ledger.own = 'agreed';
    ledger.answers.set(id, 'agreed');
    const person = { id, sub: createOpaqueId(crypto), role: 'patient', pseudonym: null } as const;
    expect(everybodyAgreed(ledger, [{ ...person, verified: true }])).toBe(true);
    expect(everybodyAgreed(ledger, [{ ...person, verified: false }])).toBe(false);
  });

  it('leaves no timer behind', async () => {
    const visit = await together(['clinician', 'patient']);
    visit.page(0).engine.ask('recording', english);
    visit.page(1).engine.agree('recording', english);
    visit.page(1).engine.withdraw('recording');
    for (const { engine } of visit.pages) engine.close();
    await visit.passes(1_000);
    expect(visit.clock.scheduled()).toBe(0);
  });
});

type Deed =
  | 'ask'
  | 'agree'
  | 'decline'
  | 'withdraw'
  | 'start'
  | 'stop'
  | 'admit'
  | 'leave'
  | 'walk in'
  | 'vendor records'
  | 'pass';
interface Step {
  readonly deed: Deed;
  readonly who: number;
  readonly time: number;
}

const everybody: readonly Role[] = ['clinician', 'patient', 'interpreter', 'family'];
const steps = (...deeds: readonly Deed[]): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({ deed: fc.constantFrom(...deeds), who: fc.nat(3), time: fc.constantFrom(0, 50, 300, 1_000, 3_000) }),
    { minLength: 5, maxLength: 25 },
  );
const delays = fc.infiniteStream(fc.integer({ min: 1, max: 400 }));
const losses = fc.infiniteStream(fc.integer({ min: 0, max: 9 }));
const next = <Value>(stream: Iterator<Value>): Value => {
  const { value } = stream.next() as { value: Value };
  return value;
};

const act = async (visit: Rehearsal, { deed, who, time }: Step): Promise<void> => {
  const { engine, inside } = visit.page(who);
  if (inside) {
    if (deed === 'ask') engine.ask('recording', english);
    if (deed === 'agree') engine.agree('recording', english);
    if (deed === 'decline') engine.decline('recording');
    if (deed === 'withdraw') engine.withdraw('recording');
    if (deed === 'leave' && who !== 0) visit.leaves(who);
  }
  if (deed === 'start') void visit.starts(0);
  if (deed === 'stop') void visit.stops(0);
  if (deed === 'admit') void visit.admits(0, who);
  if (deed === 'walk in') visit.walksIn(who);
  if (deed === 'vendor records') visit.vendorRecords(true);
  await visit.passes(time);
};

// Generous: nothing here waits, but all cores may be busy.
describe('in any order of presses, arrivals and delays', { timeout: 60_000 }, () => {
  it('nothing is recorded without everybody’s consent, nobody is let into a recording, and nobody is stopped in error', async () => {
    let started = 0;
    await fc.assert(
      fc.asyncProperty(
        steps('ask', 'agree', 'agree', 'decline', 'start', 'start', 'stop', 'admit', 'leave', 'pass'),
        delays,
        async (sequence, delay) => {
          const visit = rehearse(everybody, { delay: () => next(delay) });
          visit.walksIn(0);
          visit.onStart = () => {
            started += 1;
            const without = visit.pages.filter(
              ({ inside, engine }) => inside && engine.state.get().recording.own !== 'agreed',
            );
            expect(without.map(({ role }) => role)).toEqual([]);
          };
          visit.onAdmit = () => {
            expect(visit.recording()).toBe(false);
          };
          for (const step of [
            { deed: 'admit', who: 1, time: 2_000 } as const,
            { deed: 'ask', who: 0, time: 1_000 } as const,
            ...sequence,
          ]) {
            // Somebody who has agreed and then declines withdraws: that is the other property.
            if (step.deed === 'decline' && visit.page(step.who).engine.state.get().recording.own === 'agreed') continue;
            // Who left comes back under another id in life; here they stay away.
            if (step.deed === 'admit' && visit.page(step.who).withdrewAt === Infinity) continue;
            if (step.deed === 'leave' && step.who !== 0) visit.page(step.who).withdrewAt = Infinity;
            await act(visit, step);
          }
          await visit.passes(5_000);
          expect(visit.pages.filter(({ inside, stopped: own }) => inside && own).map(({ id }) => id)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
    expect(started).toBeGreaterThan(20);
  });

  it('whoever does not agree is recorded for no longer than it takes to see it, and two seconds after withdrawing', async () => {
    let caught = 0;
    await fc.assert(
      fc.asyncProperty(
        steps(
          'ask',
          'agree',
          'agree',
          'withdraw',
          'start',
          'start',
          'admit',
          'walk in',
          'vendor records',
          'leave',
          'pass',
        ),
        delays,
        fc.boolean(),
        async (sequence, delay, deaf) => {
          const visit = rehearse(everybody, { delay: () => next(delay), deaf: () => deaf });
          visit.walksIn(0);
          visit.walksIn(1);
          for (const step of sequence) {
            await act(visit, step);
            for (const { inside, recording, engine, withdrewAt, stopped: own } of visit.pages) {
              const agreed = engine.state.get().recording.own === 'agreed';
              if (!inside || !recording || agreed || visit.clock.now() < withdrewAt + 2_000) continue;
              caught += 1;
              expect(own).toBe(true);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(caught).toBeGreaterThan(20);
  });

  it('everybody’s yes arrives in the end, though messages are lost', async () => {
    await fc.assert(
      fc.asyncProperty(delays, losses, async (delay, loss) => {
        const visit = rehearse(everybody, { delay: () => next(delay), lost: () => next(loss) < 3 });
        for (const index of everybody.keys()) visit.walksIn(index);
        await visit.passes(2_000);
        visit.page(0).engine.ask('recording', english);
        for (let minute = 0; minute < 4; minute += 1) {
          await visit.passes(15_000);
          for (const { engine } of visit.pages) {
            if (engine.state.get().recording.own === 'asked') engine.agree('recording', english);
          }
        }
        await visit.passes(60_000);
        expect(visit.page(0).engine.ready('recording')).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
