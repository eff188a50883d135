import { createVisit, demonstration, type ConsentSubject, type Policy, type Role, type Visit } from '@quietroom/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deed } from '../../test/any-sequence/deed.ts';
import { play, settle } from '../../test/any-sequence/play.ts';
import type { Stage, Witness } from '../../test/any-sequence/stage.ts';
import { witnessed } from '../../test/any-sequence/witnessed.ts';
import { createFakeClock } from '../clock/create-fake-clock.ts';
import { createFakeRoom } from './create-fake-room.ts';
import type { FakePerson } from './fake-room.ts';

const policies: readonly Policy[] = [
  { ...demonstration, recording: 'cloud', captions: true, keepsDays: 30 },
  { ...demonstration, recording: 'cloud', keepsDays: 30, off: ['raiseHand', 'shareScreen'] },
  { ...demonstration, off: ['setCamera', 'mute'], chat: 'off' },
];

const open = (role: Role, policy: Policy, witness: Witness): Stage => {
  const clock = createFakeClock();
  const room = createFakeRoom({ role, environment: { clock } });
  const answers = new Map<FakePerson, Set<ConsentSubject>>();
  const half = { room, clock, policy, role, answers };
  const visit: Visit = createVisit({
    adapter: witnessed(half, () => visit, witness),
    role,
    policy,
    environment: room.environment,
    pass: room.pass,
    trust: room.trust,
  });
  return { ...half, visit };
};

/** Sequences of a room each; what one leaves behind is where the next begins. */
const sequencesPerRoom = 100;
const rooms = 100;

test(
  `in ${String(rooms * sequencesPerRoom)} random sequences no adapter sees a readable message, a recording without consent, anything past a lock, or anybody unadmitted`,
  { timeout: 120_000 },
  async () => {
    const seen = { delivered: 0, recorded: 0, performed: 0, refused: 0 };
    const sequences = fc.array(deed, { minLength: 2, maxLength: 5 });
    // A seed each, so that a failure names the room and shows the one sequence in which it went wrong.
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Role>('clinician', 'clinician', 'patient'),
        fc.nat(policies.length - 1),
        fc.integer(),
        async (role, which, seed) => {
          const witness: Witness = { wrongs: [], seen };
          const stage = open(role, policies[which] ?? demonstration, witness);
          for (const sequence of fc.sample(sequences, { seed, numRuns: sequencesPerRoom })) {
            const { phase } = stage.visit.state.get();
            if (phase.name === 'ready' || phase.name === 'ended') {
              stage.room.knows({ recording: false, captions: false, streaming: false });
              await stage.visit.join();
              if (role === 'patient') stage.room.admitsYou();
            }
            for (const what of sequence) await play(stage, what, witness);
            await settle(1);
            expect({ sequence, wrongs: witness.wrongs }).toEqual({ sequence, wrongs: [] });
          }
          await stage.visit.close();
        },
      ),
      { numRuns: rooms, endOnFailure: true },
    );
    // It was no walk through empty rooms: about half of what such a run usually sees.
    expect(seen.delivered).toBeGreaterThan(2_500);
    expect(seen.recorded).toBeGreaterThan(50);
    expect(seen.performed).toBeGreaterThan(2_000);
    expect(seen.refused).toBeGreaterThan(2_000);
  },
);
