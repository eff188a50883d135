import { createLogoff } from '@quietroom/core/privacy';
import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../clock/create-fake-clock.ts';
import { createFakeRoom } from '../fake-room/create-fake-room.ts';
import { until } from '../until/until.ts';
import { syntheticPeople } from './people.ts';

const minute = 60_000;

const inVisit = async (withSomebody: boolean) => {
  const clock = createFakeClock();
  const room = createFakeRoom({ role: 'clinician', environment: { clock } });
  const visit = room.createVisit();
  const other = withSomebody ? room.personJoins(syntheticPeople.patient) : null;
  await visit.join();
  if (other !== null) await until(visit.messages.state, ({ recipients }) => recipients.includes(other.id));
  const logoff = createLogoff(visit, {}, clock);
  const stop = logoff.start();
  const phase = () => visit.state.get().phase.name;
  return { clock, room, visit, other, logoff, stop, phase };
};

describe('a visit that nobody uses', () => {
  test('is left after fifteen minutes, with a minute’s warning', async () => {
    const { clock, logoff, stop, phase } = await inVisit(true);
    clock.advance(13.9 * minute);
    expect(logoff.state.get().warning).toBeNull();
    clock.advance(0.2 * minute);
    expect(logoff.state.get()).toMatchObject({ warning: 'inactive' });
    expect(logoff.state.get().secondsLeft).toBeGreaterThan(50);
    clock.advance(minute);
    expect(phase()).toBe('ended');
    stop();
  });

  test('goes on for who says so', async () => {
    const { clock, logoff, stop, phase } = await inVisit(true);
    clock.advance(14.5 * minute);
    expect(logoff.state.get().warning).toBe('inactive');
    // A mouse that was nudged is no answer.
    logoff.active();
    expect(logoff.state.get().warning).toBe('inactive');
    logoff.stay();
    expect(logoff.state.get().warning).toBeNull();
    clock.advance(13 * minute);
    expect(phase()).toBe('joined');
    // The next warning lasts a whole minute again.
    clock.advance(1.2 * minute);
    expect(phase()).toBe('joined');
    expect(logoff.state.get()).toMatchObject({ warning: 'inactive' });
    expect(logoff.state.get().secondsLeft).toBeGreaterThan(40);
    stop();
  });

  test('is in use while people talk, though nobody presses anything', async () => {
    const { clock, other, logoff, stop, phase } = await inVisit(true);
    for (let talk = 0; talk < 60; talk += 1) {
      other?.speaks(0.5);
      clock.advance(minute);
    }
    expect(logoff.state.get().warning).toBeNull();
    expect(phase()).toBe('joined');
    // Breath is no voice.
    for (let breath = 0; breath < 16; breath += 1) {
      other?.speaks(0.05);
      clock.advance(minute);
    }
    expect(phase()).toBe('ended');
    stop();
  });

  test('is in use while somebody presses something', async () => {
    const { clock, logoff, stop, phase } = await inVisit(true);
    for (let press = 0; press < 30; press += 1) {
      logoff.active();
      clock.advance(minute);
    }
    expect(phase()).toBe('joined');
    stop();
  });

  test('is left by who stays alone, even if they press, unless somebody comes', async () => {
    const { clock, room, visit, logoff, stop, phase } = await inVisit(false);
    for (let press = 0; press < 28; press += 1) {
      logoff.active();
      clock.advance(minute / 2);
    }
    clock.advance(1_000);
    expect(logoff.state.get().warning).toBe('alone');
    const patient = room.personJoins(syntheticPeople.patient);
    await until(visit.state, ({ order }) => order.includes(patient.id));
    expect(logoff.state.get().warning).toBeNull();
    patient.leaves();
    clock.advance(16 * minute);
    expect(phase()).toBe('ended');
    stop();
  });

  test('is not watched any more once stopped', async () => {
    const { clock, stop, phase } = await inVisit(true);
    stop();
    clock.advance(30 * minute);
    expect(phase()).toBe('joined');
  });
});
