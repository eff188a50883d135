import { visitOfTwo, type Scenario } from '@quietroom/testing';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { pressControl } from '../../test/press-control.ts';
import { VideoRoom } from '../video-room/video-room.tsx';

afterEach(() => page.viewport(414, 896));

/** The pictures that are drawn now. */
const drawn = () => [...document.querySelectorAll('video')].filter(({ srcObject }) => srcObject !== null).length;
const areDrawn = (count: number) =>
  waitFor(() => {
    expect(drawn()).toBe(count);
  });

async function open(two: Scenario) {
  await two.ready;
  render(
    <div id="scrolls" style={{ position: 'fixed', inset: 0, overflow: 'auto' }}>
      <div style={{ blockSize: '100dvh' }}>
        <VideoRoom visit={two.visit} roster={two.room.roster} />
      </div>
      <div style={{ blockSize: '300dvh' }} />
    </div>,
  );
  await act(() => two.visit.perform({ type: 'setCamera', on: true }));
  await areDrawn(2);
}
const sends = (two: Scenario) => {
  expect(two.visit.state.get().self.sending.camera).toBe(true);
  expect(two.room.devices.live().map(({ readyState }) => readyState)).toContain('live');
};

it('a panel on a phone takes the place of the stage: no picture is drawn, what this page sends goes on', async () => {
  const two = visitOfTwo();
  await open(two);
  const user = userEvent.setup();
  await pressControl(user, /^People/);
  await areDrawn(0);
  sends(two);
  await pressControl(user, /^People/);
  await areDrawn(2);
});

it('beside the stage of a large screen it leaves the pictures alone', async () => {
  await page.viewport(1280, 720);
  await open(visitOfTwo());
  await pressControl(userEvent.setup(), /^People/);
  await screen.findByRole('list', { name: 'Participants' });
  await areDrawn(2);
});

it('who waits at the door stays in sight beside an open panel', async () => {
  const two = visitOfTwo({ role: 'clinician' });
  await open(two);
  await pressControl(userEvent.setup(), /^People/);
  act(() => {
    two.room.personKnocks({ role: 'family', name: 'Tamsin Oddverity' });
  });
  const admit = await screen.findByRole('button', { name: /^Admit/ });
  await waitFor(() => {
    const { x, y, width, height } = admit.getBoundingClientRect();
    expect(document.elementFromPoint(x + width / 2, y + height / 2)?.closest('button')).toBe(admit);
  });
});

it('a stage that is scrolled away draws nothing, is still there to be read, and draws again when it is back', async () => {
  const two = visitOfTwo();
  await open(two);
  const scrolls = document.querySelector('#scrolls')!;
  scrolls.scrollTo({ top: 2_000 });
  await areDrawn(0);
  sends(two);
  expect(screen.getByRole('list', { name: 'People in the visit' })).toBeInTheDocument();
  scrolls.scrollTo({ top: 0 });
  await areDrawn(2);
});
