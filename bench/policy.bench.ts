import { browserEnvironment, createVisit, demonstration, participantId, type RoomReport } from '@quietroom/core';
import { decide, evaluate, locks, standingRules } from '@quietroom/core/policy';
import { brokenCases, inOrder, situationOf } from '../packages/core/test/rule-cases.ts';
import { createScriptedAdapter } from '../packages/core/test/scripted-adapter.ts';
import type { Bench } from './comparison.ts';
import { alternate } from './measure.ts';

const people = 49;
const calls = 200;
const rounds = 200;
const features = [...new Set(locks.flatMap((row) => row.features))];

/** Microseconds per call. */
const timed = (name: string, call: (count: number) => void) => ({
  name,
  measure: () => {
    const started = performance.now();
    for (let count = 0; count < calls; count += 1) call(count);
    return Promise.resolve(((performance.now() - started) * 1000) / calls);
  },
});

/** A visit of this page and 49 others, and what its room reports. */
const visitOfMany = async (): Promise<{ readonly report: RoomReport; readonly leave: () => Promise<void> }> => {
  const adapter = createScriptedAdapter();
  const environment = { ...browserEnvironment(), page: { secure: true, path: '/visit' } };
  const visit = createVisit({ adapter, role: 'patient', policy: demonstration, environment });
  await visit.join();
  const { report } = adapter.latest();
  const ids = Array.from({ length: people }, (_, index) => participantId(`person ${index}`));
  report.patch({ participants: Object.fromEntries(ids.map((id) => [id, { id, admitted: true }])) });
  return { report, leave: () => visit.leave() };
};

const bench: Bench = {
  title: 'Policy',
  method: `The whole table in Node: ${standingRules.length} rows about the visit, and ${locks.length} rows that lock asked for each of ${features.length} features, ${calls} times a round, ${rounds} rounds, over every set of facts that breaks a row. Then a real visit of ${people} others: a report of its room that changes a fact (the room is locked, or no longer), from the adapter’s call to the state that is shown, and one that changes none (a hand goes up), where no rule runs.`,
  run: async (say) => {
    const situations = [inOrder, ...brokenCases.map(situationOf)];
    const { report, leave } = await visitOfMany();
    const first = participantId('person 0');
    const table = timed('the whole table', (count) => {
      const { facts, policy } = situations[count % situations.length] ?? inOrder;
      evaluate(policy, facts, ['page', 'connected', 'live']);
      for (const feature of features) decide(policy, facts, feature);
    });
    const fact = timed('a fact changes', (count) => {
      report.patch({ room: { locked: count % 2 === 0 } });
    });
    const hand = timed('a hand goes up', (count) => {
      report.patch({ participants: { [first]: { id: first, handRaised: count % 2 === 0 } } });
    });
    const measured = await alternate([table, fact, hand], rounds, (progress) => {
      if (/^warm-up: the whole|^round \d*00 .*the whole/.test(progress)) say(progress);
    });
    await leave();
    return measured.map(({ name, values }) => ({
      what: name,
      unit: 'µs',
      results: [{ name: 'Quietroom', values }],
      aims: [{ by: 'value' as const, atMost: 1000 }],
    }));
  },
};

export default bench;
