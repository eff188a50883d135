import type { EndReason } from '@quietroom/core';
import { describe, expect, test } from 'vitest';
import * as scenarios from './index.ts';

const reached = async (scenario: scenarios.Scenario) => {
  await scenario.ready;
  return scenario.visit.state.get();
};

describe('each scenario reaches the state it is named after', () => {
  test('before the visit', async () => {
    expect((await reached(scenarios.readyPatient())).phase.name).toBe('ready');
    expect((await reached(scenarios.connectingPatient())).phase.name).toBe('connecting');
    expect((await reached(scenarios.waitingPatient())).phase.name).toBe('knocking');
    expect((await reached(scenarios.keptWaitingPatient())).phase.name).toBe('kept-waiting');
    expect((await reached(scenarios.failedJoin('room-full'))).phase).toMatchObject({ error: { code: 'room-full' } });
    const door = scenarios.clinicianWithKnock();
    expect((await reached(door)).knockOrder).toEqual([door.people.patient.id]);
  });

  test('in the visit', async () => {
    const two = scenarios.visitOfTwo();
    expect((await reached(two)).participants[two.people.other.id]?.role).toBe('clinician');
    expect((await reached(scenarios.visitOfFour())).order).toHaveLength(3);
    expect((await reached(scenarios.reconnecting())).phase.name).toBe('reconnecting');
    const shared = scenarios.sharedScreen();
    expect((await reached(shared)).participants[shared.people.other.id]?.screen?.sending).toBe(true);
  });

  test('a conversation with every delivery state', async () => {
    const { visit, people, ready } = scenarios.chatWithDelivery();
    await ready;
    const messages = visit.messages.state.get().conversations[people.other.id]?.messages ?? [];
    expect(messages.map(({ delivery }) => delivery)).toEqual(['received', 'delivered', 'failed']);
  });

  test.each<EndReason>([
    'left',
    'cancelled',
    'closed',
    'refused',
    'failed',
    'declined',
    'removed',
    'ended-for-everyone',
    'replaced',
  ])('over: %s', async (reason) => {
    expect((await reached(scenarios.endedVisit(reason))).phase).toMatchObject({ name: 'ended', reason });
  });
});
