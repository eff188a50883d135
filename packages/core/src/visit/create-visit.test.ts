import { describe, expect, test, vi } from 'vitest';
import { setUpVisit } from '../../test/scripted-visit.ts';
import { createScriptedAdapter, me, quietFacts } from '../../test/scripted-adapter.ts';
import { participantId, trackId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import { demonstration, usHipaa } from '../policy/presets.ts';
import { Refusal } from '../policy/refusal.ts';

const patient = participantId('somebody');

const waitFor = vi.waitFor;

describe('joining', () => {
  test('creating a visit asks nothing of the room', () => {
    const { adapter, phase } = setUpVisit();
    expect(adapter.connections).toHaveLength(0);
    expect(phase().name).toBe('ready');
  });

  test('joining twice, as StrictMode does, connects once', async () => {
    const { visit, adapter, phase } = setUpVisit();
    await Promise.all([visit.join(), visit.join()]);
    await visit.join();
    expect(adapter.connections).toHaveLength(1);
    expect(phase().name).toBe('joined');
  });

  test('leaving while the code of joining is still on its way contacts nobody', async () => {
    const { visit, adapter, phase } = setUpVisit();
    const stop = visit.state.subscribe(() => {
      if (phase().name === 'connecting') void visit.leave();
    });
    await visit.join();
    expect(phase()).toEqual({ name: 'ended', reason: 'cancelled' });
    expect(adapter.connections).toHaveLength(0);

    stop();
    await visit.join();
    expect(phase().name).toBe('joined');
  });

  test('pressing cancel and join again before that code is there joins once', async () => {
    const { visit, adapter, phase } = setUpVisit();
    const stop = visit.state.subscribe(() => {
      if (phase().name !== 'connecting') return;
      stop();
      void visit.leave();
      void visit.join();
    });
    await visit.join();
    expect(phase().name).toBe('joined');
    expect(adapter.connections).toHaveLength(1);
  });

  test('somebody who is not let in at once knocks, and publishes nothing before being admitted', async () => {
    const adapter = createScriptedAdapter();
    adapter.first = { self: { id: me, admission: 'outside' }, room: quietFacts };
    const { visit, phase } = setUpVisit({ adapter });
    await visit.join();
    expect(phase().name).toBe('knocking');
    expect(adapter.latest().performed.map((action) => action.type)).toEqual(['knock']);

    adapter.latest().report.patch({ self: { admission: 'kept-waiting' } });
    expect(phase().name).toBe('kept-waiting');
    adapter.latest().report.patch({ self: { admission: 'admitted' } });
    expect(phase().name).toBe('joined');
    await waitFor(() => {
      expect(adapter.latest().performed.map((action) => action.type)).toEqual(['knock', 'publish']);
    });
  });

  test('somebody sent back to the door while the rules are still looked at does not enter when they are met', async () => {
    const adapter = createScriptedAdapter();
    adapter.first = { self: { id: me, admission: 'admitted' }, room: { ...quietFacts, streaming: 'unknown' } };
    const { visit, phase, clock } = setUpVisit({ adapter });
    void visit.join();
    await waitFor(() => {
      expect(phase().name).toBe('verifying');
    });
    clock.advance(4_000);
    adapter.latest().report.patch({ self: { admission: 'outside' } });
    adapter.latest().report.patch({ room: { streaming: false } });
    expect(phase().name).toBe('knocking');
    adapter.latest().report.patch({ self: { admission: 'admitted' }, room: { streaming: 'unknown' } });
    clock.advance(4_000);
    expect(phase().name).toBe('verifying');
    adapter.latest().report.patch({ room: { streaming: false } });
    expect(phase().name).toBe('joined');
  });

  test('the unadmitted see nobody, whatever the vendor reports', async () => {
    const adapter = createScriptedAdapter();
    adapter.first = { self: { id: me, admission: 'outside' }, room: quietFacts };
    const { visit } = setUpVisit({ adapter });
    await visit.join();
    adapter.latest().report.patch({ participants: { [patient]: { id: patient, admitted: true } } });
    expect(visit.state.get().order).toEqual([]);
  });

  test('a room whose state stays unknown for five seconds is left again, with the rules named', async () => {
    const adapter = createScriptedAdapter();
    adapter.first = { self: { id: me, admission: 'admitted' } };
    const { visit, clock, phase } = setUpVisit({ adapter });
    void visit.join();
    await waitFor(() => {
      expect(phase().name).toBe('verifying');
    });
    clock.advance(5_000);
    await waitFor(() => {
      expect(adapter.latest().closed).toBe(1);
    });
    const ended = phase();
    expect(ended.name === 'ended' && ended.findings?.map((found) => found.ruleId)).toEqual([
      'Q-NO-STREAMING',
      'Q-NO-UNCONSENTED-RECORDING',
      'Q-NO-UNCONSENTED-CAPTIONS',
    ]);
    expect(adapter.latest().performed).toEqual([]);
  });

  test('real patients without the attestation: refused before any contact', async () => {
    const { visit, adapter, phase, audited } = setUpVisit({ policy: usHipaa });
    await visit.join();
    expect(adapter.connections).toHaveLength(0);
    expect(phase()).toMatchObject({ name: 'ended', reason: 'refused' });
    expect(audited).toContainEqual(expect.objectContaining({ type: 'join-refused', ruleIds: ['Q-VENDOR-AGREEMENT'] }));
  });

  test('an insecure page is refused before any contact', async () => {
    const { visit, adapter, phase } = setUpVisit({ secure: false });
    await visit.join();
    expect(adapter.connections).toHaveLength(0);
    expect(phase()).toMatchObject({ name: 'ended', reason: 'refused' });
  });

  test('a room that cannot be reached ends with a typed error, and joining again works', async () => {
    const adapter = createScriptedAdapter();
    adapter.entry = Promise.reject(new Error('socket hang up'));
    const { visit, phase } = setUpVisit({ adapter });
    await visit.join();
    const ended = phase();
    expect(ended.name === 'ended' && ended.error).toBeInstanceOf(RoomError);
    expect(ended.name === 'ended' && ended.error?.code).toBe('room-unreachable');

    adapter.entry = Promise.resolve();
    await visit.join();
    expect(phase().name).toBe('joined');
  });
});

describe('the gate', () => {
  test('refuses before the room is asked, names the rule and leaves a trace', async () => {
    const { visit, adapter, audited } = setUpVisit({ role: 'patient' });
    await visit.join();
    const admitting = visit.perform({ type: 'admit', participant: patient });
    await expect(admitting).rejects.toBeInstanceOf(Refusal);
    await expect(admitting).rejects.toMatchObject({ ruleId: 'Q-ROLE-CLINICIAN', feature: 'admit' });
    expect(adapter.latest().performed.map((action) => action.type)).not.toContain('admit');
    expect(audited.at(-1)).toMatchObject({ type: 'action-refused', ruleId: 'Q-ROLE-CLINICIAN', participant: patient });
  });

  test('a clinician without a pass has no clinician’s rights', async () => {
    const { visit } = setUpVisit({ role: 'clinician' });
    await visit.join();
    await expect(visit.perform({ type: 'lock', locked: true })).rejects.toMatchObject({ ruleId: 'Q-ROLE-CLINICIAN' });
  });

  test('what the clinic has switched off is refused', async () => {
    const { visit } = setUpVisit({ policy: { ...demonstration, off: ['shareScreen'] } });
    await visit.join();
    await expect(visit.perform({ type: 'shareScreen', on: true })).rejects.toMatchObject({ ruleId: 'Q-SWITCHED-OFF' });
  });

  test('outside a visit nothing is performed', async () => {
    const { visit } = setUpVisit();
    await expect(visit.perform({ type: 'setMicrophone', on: true })).rejects.toMatchObject({ ruleId: 'Q-ADMITTED' });
  });

  test('presses on the same control are carried out one after another', async () => {
    const { visit, adapter } = setUpVisit();
    await visit.join();
    const running: string[] = [];
    let most = 0;
    adapter.act = async (action) => {
      running.push(action.type);
      most = Math.max(most, running.length);
      await Promise.resolve();
      running.pop();
    };
    await Promise.all([true, false, true].map((on) => visit.perform({ type: 'setMicrophone', on })));
    expect(most).toBe(1);
    expect(adapter.latest().performed.slice(-3)).toEqual(
      [true, false, true].map((on) => ({ type: 'setMicrophone', on })),
    );
  });

  test('a failing room gives a typed error and an audit line', async () => {
    const { visit, adapter, audited } = setUpVisit();
    await visit.join();
    adapter.act = () => Promise.reject(new Error('vendor words'));
    await expect(visit.perform({ type: 'raiseHand', raised: true })).rejects.toMatchObject({ code: 'action-failed' });
    expect(audited.at(-1)).toMatchObject({ type: 'action-failed', feature: 'raiseHand' });
    expect(JSON.stringify(audited)).not.toContain('vendor words');
  });
});

describe('tripwires', () => {
  test('a stream that appears stops sound and picture, locks them, and ends the visit after 30 s', async () => {
    const { visit, adapter, clock, phase, audited } = setUpVisit();
    await visit.join();
    adapter.latest().report.patch({ room: { streaming: true } });
    expect(adapter.latest().performed).toContainEqual({ type: 'setCamera', on: false });
    expect(adapter.latest().performed).toContainEqual({ type: 'setMicrophone', on: false });
    expect(audited).toContainEqual(expect.objectContaining({ type: 'media-stopped', ruleIds: ['Q-NO-STREAMING'] }));
    adapter.latest().report.patch({ room: { streaming: false } });
    await expect(visit.perform({ type: 'setCamera', on: true })).rejects.toMatchObject({ ruleId: 'Q-TRIPWIRE' });
    clock.advance(30_000);
    expect(phase()).toMatchObject({ name: 'ended', reason: 'refused' });
  });
});

describe('the state', () => {
  test('what did not change stays the same object', async () => {
    const { visit, adapter } = setUpVisit();
    await visit.join();
    const { report } = adapter.latest();
    const other = participantId('other');
    report.patch({
      participants: { [patient]: { id: patient, admitted: true }, [other]: { id: other, admitted: true } },
    });
    const before = visit.state.get();
    report.patch({ participants: { [patient]: { id: patient, handRaised: true } } });
    const after = visit.state.get();
    expect(after.participants[other]).toBe(before.participants[other]);
    expect(after.order).toBe(before.order);
    expect(after.participants[patient]).not.toBe(before.participants[patient]);
    report.patch({ participants: { [patient]: { id: patient, handRaised: true, camera: null } } });
    expect(visit.state.get()).toBe(after);
  });

  test('a level reaches its listener and never the state', async () => {
    const { visit, adapter } = setUpVisit();
    await visit.join();
    const heard: number[] = [];
    const before = visit.state.get();
    const stop = visit.onLevel(patient, (level) => heard.push(level));
    adapter.latest().report.level(patient, 0.5);
    adapter.latest().report.level(participantId('other'), 0.9);
    stop();
    adapter.latest().report.level(patient, 0.7);
    expect(heard).toEqual([0.5]);
    expect(visit.state.get()).toBe(before);
  });

  test('a vendor’s name that is not a pseudonym is never shown', async () => {
    const { visit, adapter } = setUpVisit();
    await visit.join();
    adapter.latest().report.patch({
      participants: {
        [patient]: {
          id: patient,
          admitted: true,
          name: 'Zylphia Quonsett',
          microphone: { id: trackId('one'), sending: true },
        },
      },
    });
    expect(visit.state.get().participants[patient]).toMatchObject({ pseudonym: null, role: 'guest' });
    expect(JSON.stringify(visit.state.get())).not.toContain('Zylphia');
  });

  test('bytes from somebody unadmitted are dropped and audited', async () => {
    const { visit, adapter, audited } = setUpVisit();
    await visit.join();
    adapter.latest().report.received(patient, new Uint8Array([1, 2, 3]));
    expect(audited.at(-1)).toMatchObject({
      type: 'envelope-dropped',
      participant: patient,
      reason: 'unadmitted-sender',
    });
  });
});
