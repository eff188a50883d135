import { visitOfTwo } from '@quietroom/testing';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { rendersDuring } from '../../test/count-renders.ts';
import { showPart } from '../../test/show-part.tsx';
import { VisitTimer } from './visit-timer.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});
const passes = (seconds: number) => {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
};

it('counts from joining on, past an hour, through a reconnect, and renders nothing for it', async () => {
  const two = visitOfTwo({ role: 'clinician' });
  await showPart(two, <VisitTimer />);
  const timer = screen.getByRole('timer');
  expect(timer).toHaveTextContent('Length of the visit 00:00');
  expect(timer).toHaveAttribute('aria-live', 'off');
  const renders = await rendersDuring(() => {
    passes(67);
  });
  expect(timer).toHaveTextContent('Length of the visit 01:07');
  expect(renders).toEqual([]);

  act(() => {
    two.room.interruptsLink();
  });
  passes(3);
  act(() => {
    two.room.restoresLink();
  });
  passes(1);
  expect(timer).toHaveTextContent('Length of the visit 01:11');
  passes(3600);
  expect(timer).toHaveTextContent('Length of the visit 01:01:11');
  vi.useRealTimers();
  await expectAccessible();
});

it('does not move as its digits change', async () => {
  await showPart(visitOfTwo({ role: 'clinician' }), <VisitTimer />);
  const timer = screen.getByRole('timer');
  const widths = new Set<number>();
  for (let second = 0; second < 10; second += 1) {
    widths.add(timer.lastElementChild?.getBoundingClientRect().width ?? 0);
    passes(1);
  }
  expect(widths.size).toBe(1);
});
