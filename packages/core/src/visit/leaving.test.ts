import { describe, expect, test, vi } from 'vitest';
import { createScriptedAdapter } from '../../test/scripted-adapter.ts';
import { setUpVisit } from '../../test/scripted-visit.ts';
import { participantId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';

const patient = participantId('somebody');
const waitFor = vi.waitFor;

describe('leaving', () => {
  test('while connecting: the late connection is closed and never entered', async () => {
    const adapter = createScriptedAdapter();
    let letIn = (): void => undefined;
    adapter.entry = new Promise<void>((resolve) => {
      letIn = resolve;
    });
    const { visit, phase } = setUpVisit({ adapter });
    void visit.join();
    await waitFor(() => {
      expect(adapter.connections).toHaveLength(1);
    });
    const left = visit.leave();
    expect(adapter.latest().request.signal.aborted).toBe(true);
    letIn();
    await left;
    expect(adapter.latest().closed).toBe(1);
    expect(phase()).toMatchObject({ name: 'ended', reason: 'cancelled' });
  });

  test('twice, and joining while leaving: one end, then one new connection', async () => {
    const { visit, adapter, phase, audited } = setUpVisit();
    await visit.join();
    const [first] = adapter.connections;
    await Promise.all([visit.leave(), visit.leave(), visit.join()]);
    expect(first?.closed).toBe(1);
    expect(adapter.connections).toHaveLength(2);
    expect(phase().name).toBe('joined');
    expect(audited.filter((event) => event.type === 'visit-ended')).toHaveLength(1);
  });

  test('join then leave in one breath never connects', async () => {
    const { visit, adapter, phase } = setUpVisit();
    void visit.join();
    await visit.leave();
    await waitFor(() => {
      expect(['ready', 'ended']).toContain(phase().name);
    });
    expect(adapter.connections.filter((connection) => connection.closed === 0)).toHaveLength(0);
  });

  test('leaves no timer and no listener behind', async () => {
    const { visit, clock, closing } = setUpVisit();
    await visit.join();
    await visit.leave();
    expect(clock.scheduled()).toBe(0);
    expect(closing).toHaveLength(0);
    expect(visit.state.get().order).toEqual([]);
  });

  test('the page going away ends the visit', async () => {
    const { visit, adapter, closing, phase } = setUpVisit();
    await visit.join();
    closing[0]?.();
    expect(phase()).toMatchObject({ name: 'ended', reason: 'closed' });
    await waitFor(() => {
      expect(adapter.latest().closed).toBe(1);
    });
  });

  test('reports that arrive after the end change nothing', async () => {
    const { visit, adapter, audited } = setUpVisit();
    await visit.join();
    await visit.leave();
    const before = visit.state.get();
    const events = audited.length;
    adapter.latest().report.patch({ participants: { [patient]: { id: patient, admitted: true } } });
    adapter.latest().report.failed(new RoomError('connection-lost'));
    adapter.latest().report.received(patient, new Uint8Array(10));
    expect(visit.state.get()).toBe(before);
    expect(audited).toHaveLength(events);
  });
});

describe('reconnecting', () => {
  test('an interrupted link is waited for, and the visit goes on where it was', async () => {
    const { visit, adapter, phase, announced } = setUpVisit();
    await visit.join();
    const joined = phase();
    adapter.latest().report.patch({ link: 'interrupted' });
    expect(phase().name).toBe('reconnecting');
    adapter.latest().report.patch({ link: 'up' });
    expect(phase()).toEqual(joined);
    expect(announced.map((told) => told.type)).toEqual(['joined', 'reconnecting', 'reconnected']);
  });

  test('a room that forgot who was let in is waited for at the door, and entered again', async () => {
    const { visit, adapter, phase } = setUpVisit();
    await visit.join();
    await waitFor(() => {
      expect(adapter.latest().performed.map((action) => action.type)).toEqual(['publish']);
    });
    adapter.latest().report.patch({ self: { admission: 'knocking' }, participants: { [patient]: null } });
    expect(phase().name).toBe('knocking');
    expect(visit.state.get().order).toEqual([]);
    adapter.latest().report.patch({ self: { admission: 'admitted' } });
    expect(phase().name).toBe('joined');
    await waitFor(() => {
      expect(adapter.latest().performed.map((action) => action.type)).toEqual(['publish', 'publish']);
    });
  });

  test('but not for ever', async () => {
    const { visit, adapter, phase, clock } = setUpVisit();
    await visit.join();
    adapter.latest().report.patch({ link: 'interrupted' });
    clock.advance(65_000);
    const ended = phase();
    expect(ended.name === 'ended' && ended.error?.code).toBe('connection-lost');
  });
});
