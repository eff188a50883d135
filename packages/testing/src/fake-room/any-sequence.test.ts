import {
  createVisit,
  demonstration,
  type ConsentSubject,
  type Policy,
  type Role,
  type RoomAction,
  type RoomActionType,
  type RoomAdapter,
  type Visit,
} from '@quietroom/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../clock/create-fake-clock.ts';
import { allActions } from './all-actions.ts';
import { createFakeRoom } from './create-fake-room.ts';
import type { FakePerson, FakeRoom } from './fake-room.ts';

/** In every text anybody writes, so that a readable one is found among any bytes. */
const canary = 'ZYL-7Q4K';

const policies: readonly Policy[] = [
  { ...demonstration, recording: 'cloud', captions: true, keepsDays: 30 },
  { ...demonstration, recording: 'cloud', keepsDays: 30, off: ['raiseHand', 'shareScreen'] },
  { ...demonstration, off: ['setCamera', 'mute'], chat: 'off' },
];

const hosting: ReadonlySet<RoomActionType> = new Set([
  'admit',
  'keepWaiting',
  'decline',
  'lock',
  'remove',
  'mute',
  'askToUnmute',
  'setRecording',
  'setCaptions',
  'endForEveryone',
]);

/** What somebody who is not in the visit may ask: to come in, and for another device of their own. */
const outside: ReadonlySet<RoomActionType> = new Set(['knock', 'cancelKnock', 'selectDevice']);

/** What the adapter saw that it never may see. */
interface Witness {
  readonly wrongs: string[];
  readonly seen: Record<'delivered' | 'recorded' | 'performed' | 'refused', number>;
}

interface Stage {
  readonly room: FakeRoom;
  readonly visit: Visit;
  readonly clock: FakeClock;
  readonly policy: Policy;
  readonly role: Role;
  readonly answers: Map<FakePerson, Set<ConsentSubject>>;
}

const latin1 = new TextDecoder('latin1');

/** Stands between the visit and the room, and judges by what the script knows, not by what the visit says. */
const witnessed = (stage: Omit<Stage, 'visit'>, visit: () => Visit, { wrongs, seen }: Witness): RoomAdapter => {
  const { room, policy, role, answers } = stage;
  let stopped = false;
  /** Whom the room says to have let in: all that a page can know. */
  const admitted = new Set<string>();
  const inside = () => room.people.filter(({ id }) => admitted.has(id));
  const mayPerform = (action: RoomAction): string | null => {
    const starts = !('on' in action) || action.on;
    const { admission } = visit().facts.get().self;
    if (starts && policy.off.some((feature) => feature === action.type)) return 'switched off by the policy';
    if (hosting.has(action.type) && role !== 'clinician') return 'done by somebody who is no clinician';
    if (starts && !outside.has(action.type) && admission !== 'admitted') return 'before admission';
    if (stopped && ['publish', 'setMicrophone', 'setCamera', 'shareScreen'].includes(action.type) && starts)
      return 'after the media were stopped';
    return null;
  };
  const mayCapture = (subject: ConsentSubject): string | null => {
    if (subject === 'recording' ? policy.recording === 'none' : !policy.captions) return 'not in the policy';
    if (visit().consent.state.get()[subject].own !== 'agreed') return 'this page has not agreed';
    const without = inside().filter((person) => answers.get(person)?.has(subject) !== true);
    return without.length === 0 ? null : `${String(without.length)} inside have not agreed`;
  };
  return {
    ...room.adapter,
    connect: async (request, report) => {
      stopped = false;
      admitted.clear();
      if (JSON.stringify(request.self).includes(canary)) wrongs.push('readable text while connecting');
      const connection = await room.adapter.connect(request, {
        ...report,
        patch: (change) => {
          for (const [id, person] of Object.entries(change.participants ?? {})) {
            if (person === null || person.admitted === false) admitted.delete(id);
            else if (person.admitted === true) admitted.add(id);
          }
          report.patch(change);
          // From here on nothing may start: the script has just shown the page what must stop it.
          if (change.room?.streaming === true && visit().state.get().phase.name === 'joined') stopped = true;
        },
      });
      return {
        ...connection,
        perform: (action) => {
          seen.performed += 1;
          const wrong = mayPerform(action);
          if (wrong !== null) wrongs.push(`${action.type}: ${wrong}`);
          if ((action.type === 'setRecording' || action.type === 'setCaptions') && action.on) {
            seen.recorded += 1;
            const missing = mayCapture(action.type === 'setRecording' ? 'recording' : 'captions');
            if (missing !== null) wrongs.push(`${action.type}: ${missing}`);
          }
          if (
            action.type === 'admit' &&
            (visit().state.get().room.recording === true || visit().state.get().room.captions === true)
          )
            wrongs.push('somebody was let into a recording');
          if (JSON.stringify(action).includes(canary)) wrongs.push(`readable text in ${action.type}`);
          return connection.perform(action);
        },
        deliver: (to, envelope) => {
          seen.delivered += 1;
          if (latin1.decode(envelope).includes(canary)) wrongs.push('a readable message');
          if (!admitted.has(to)) wrongs.push('something for somebody who is not in the visit');
          return connection.deliver(to, envelope);
        },
      };
    },
  };
};

type Deed =
  | { readonly does: 'act'; readonly type: RoomActionType; readonly on: boolean; readonly whom: number }
  | { readonly does: 'write'; readonly whom: number }
  | { readonly does: 'come' | 'knock'; readonly as: Role; readonly pass: 'valid' | 'forged' | 'none' }
  | { readonly does: 'leave' | 'say' | 'replay' | 'enter'; readonly whom: number }
  | { readonly does: 'agree' | 'withdraw'; readonly whom: number; readonly to: ConsentSubject }
  | { readonly does: 'ask' | 'agree here' | 'withdraw here'; readonly to: ConsentSubject }
  | {
      readonly does: 'vendor';
      readonly facts: { readonly recording?: boolean; readonly captions?: boolean; readonly streaming?: boolean };
    }
  | {
      readonly does:
        | 'all agree and start'
        | 'lie'
        | 'interrupt'
        | 'restore'
        | 'leave and come back'
        | 'admit you'
        | 'keep you waiting';
    }
  | { readonly does: 'wait'; readonly milliseconds: number };

const whom = fc.nat(5);
const to = fc.constantFrom<ConsentSubject>('recording', 'captions');
const as = fc.constantFrom<Role>('patient', 'clinician', 'family', 'interpreter', 'observer');
const pass = fc.constantFrom('valid', 'valid', 'valid', 'forged', 'none');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('act' as const),
      type: fc.constantFrom(...allActions.filter((type) => type !== 'endForEveryone')),
      on: fc.boolean(),
      whom,
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('write' as const), whom }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('come' as const, 'knock' as const), as, pass }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('leave' as const, 'say' as const, 'replay' as const, 'enter' as const),
      whom,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('agree' as const, 'withdraw' as const), whom, to }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('ask' as const, 'agree here' as const, 'withdraw here' as const),
      to,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('vendor' as const),
      facts: fc.constantFrom(
        { recording: true },
        { recording: false },
        { captions: false },
        { streaming: true },
        { streaming: false },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('all agree and start' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'lie' as const,
        'interrupt' as const,
        'restore' as const,
        'leave and come back' as const,
        'admit you' as const,
        'keep you waiting' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(100, 1_500, 5_000, 31_000),
    }),
  },
);

/** Lets everything that is under way come to an end; what is sealed and opened leaves the thread in between. */
const settle = async (turns = 3): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
};
const settleUntil = async (reached: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 60 && !reached(); turn += 1) await new Promise(setImmediate);
};

const allAgreeAndStart = async ({ room, visit, answers, role }: Stage): Promise<void> => {
  if (role !== 'clinician') return;
  visit.consent.ask('recording', { language: 'en' });
  for (const person of room.people) {
    if (person.place !== 'inside') continue;
    answers.set(person, new Set(answers.get(person)).add('recording'));
    void person.agrees('recording').catch(() => undefined);
  }
  await settleUntil(() => visit.consent.state.get().recording.ready);
  await visit.perform({ type: 'setRecording', on: true }).catch(() => undefined);
};

const play = async (stage: Stage, what: Deed, { seen }: Witness): Promise<void> => {
  const { room, visit, clock, answers } = stage;
  const present = room.people.filter(({ place }) => place !== 'gone' && place !== 'declined' && place !== 'removed');
  const chosen = 'whom' in what ? present[what.whom % Math.max(present.length, 1)] : undefined;
  const quietly = (done: Promise<unknown>): void => {
    done.catch(() => undefined);
  };
  switch (what.does) {
    case 'act': {
      const { type, on } = what;
      const action = {
        type,
        on,
        raised: on,
        locked: on,
        kind: 'camera',
        deviceId: 'camera-1',
        ...(chosen === undefined ? {} : { participant: chosen.id }),
      } as unknown as RoomAction;
      await Promise.race([
        visit.perform(action).catch(() => {
          seen.refused += 1;
        }),
        settle(),
      ]);
      return;
    }
    case 'write':
      if (chosen !== undefined) quietly(visit.messages.send(chosen.id, `${canary} I feel dizzy`));
      return;
    case 'come':
    case 'knock': {
      if (present.length >= 4) return;
      const bring = what.does === 'come' ? room.personJoins : room.personKnocks;
      const person = bring({ role: what.as, pass: what.pass });
      answers.set(person, new Set());
      await person.arrived;
      return;
    }
    case 'enter':
      chosen?.enters();
      return;
    case 'leave':
      chosen?.leaves();
      return;
    case 'say':
      if (chosen !== undefined) quietly(chosen.says(`${canary} and you?`));
      return;
    case 'replay':
      chosen?.repeatsEverything();
      return;
    case 'agree':
      if (chosen === undefined) return;
      answers.get(chosen)?.add(what.to);
      quietly(chosen.agrees(what.to));
      await settle();
      return;
    case 'withdraw': {
      if (chosen === undefined) return;
      quietly(chosen.withdraws(what.to));
      // What is still on its way cannot be known: the start is judged by what has arrived.
      await settleUntil(() => !visit.consent.state.get()[what.to].agreed.includes(chosen.id));
      answers.get(chosen)?.delete(what.to);
      return;
    }
    case 'ask':
      visit.consent.ask(what.to, { language: 'en' });
      return;
    case 'agree here':
      visit.consent.agree(what.to, { language: 'en' });
      return;
    case 'withdraw here':
      visit.consent.withdraw(what.to);
      return;
    case 'all agree and start':
      await allAgreeAndStart(stage);
      return;
    case 'vendor':
      room.knows(what.facts);
      return;
    case 'lie':
      for (const { id } of present) room.reports({ participants: { [id]: { id, admitted: false } } });
      return;
    case 'interrupt':
      room.interruptsLink();
      return;
    case 'restore':
      room.restoresLink();
      return;
    case 'admit you':
      room.admitsYou();
      return;
    case 'keep you waiting':
      room.keepsYouWaiting();
      return;
    case 'leave and come back':
      await visit.leave();
      return;
    case 'wait':
      clock.advance(what.milliseconds);
  }
};

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
    // It was no walk through empty rooms.
    expect(seen.delivered).toBeGreaterThan(5_000);
    expect(seen.recorded).toBeGreaterThan(100);
    expect(seen.performed).toBeGreaterThan(2_000);
    expect(seen.refused).toBeGreaterThan(2_000);
  },
);
