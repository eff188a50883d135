import { visitOfFour } from '@quietroom/testing';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { VideoRoom } from './video-room.tsx';

interface Devtools {
  send(method: 'Performance.getMetrics'): Promise<{ readonly metrics: readonly { name: string; value: number }[] }>;
  send(method: 'Performance.enable' | 'HeapProfiler.collectGarbage'): Promise<unknown>;
}

/** What the page holds after everything that can be forgotten was forgotten. */
async function held() {
  const devtools = cdp() as Devtools;
  await devtools.send('Performance.enable');
  for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

it('leaves no node and no listener behind when it is taken away, again and again', async () => {
  const { visit, room, people, ready } = visitOfFour();
  await ready;
  const cycle = async () => {
    render(<VideoRoom visit={visit} roster={room.roster} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Chat/ }));
    await screen.findByRole('complementary', { name: 'Chat' });
    act(() => {
      people.patient.turnsCameraOff();
      people.patient.speaks(0.6);
      people.interpreter.sharesScreen();
    });
    act(() => {
      people.patient.turnsCameraOn();
      people.interpreter.stopsSharing();
    });
    cleanup();
  };
  const cycles = async (count: number) => {
    for (let index = 0; index < count; index += 1) await cycle();
  };
  await cycles(4);
  const before = await held();
  await cycles(6);
  const after = await held();
  expect(before.nodes).toBeGreaterThan(0);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(0);
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(0);
});
