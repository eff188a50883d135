import { visitOfTwo } from '@quietroom/testing';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { lazyPart } from './lazy-part.tsx';
import { PartBoundary } from './part-boundary.tsx';

// React reports what a boundary caught; that it does is not under test.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('keeps the rest of the visit when a part breaks, and shows the part again', async () => {
  let broken = true;
  const Fragile = () => {
    if (broken) throw new Error('broken');
    return <p>whole again</p>;
  };
  const two = visitOfTwo();
  const user = await showPart(
    two,
    <>
      <p>the rest</p>
      <PartBoundary canLeave>
        <Fragile />
      </PartBoundary>
    </>,
  );
  expect(screen.getByText('This part of the page did not work.')).toBeVisible();
  expect(screen.getByText('the rest')).toBeVisible();
  await expectAccessible();

  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('whole again')).toBeVisible();
  expect(two.visit.state.get().phase.name).toBe('joined');
});

it('lets people leave when nothing else is left', async () => {
  const two = visitOfTwo();
  const Broken = () => {
    throw new Error('broken');
  };
  const user = await showPart(
    two,
    <PartBoundary canLeave>
      <Broken />
    </PartBoundary>,
  );
  await user.click(screen.getByRole('button', { name: 'Leave visit' }));
  await expect.poll(() => two.visit.state.get().phase.name).toBe('ended');
});

it('asks again for code that did not arrive', async () => {
  let online = false;
  const Part = lazyPart(() =>
    online ? Promise.resolve(() => <p>arrived</p>) : Promise.reject(new TypeError('Failed to fetch')),
  );
  Part.preload();
  const user = await showPart(visitOfTwo(), <Part />);
  expect(await screen.findByText('This part of the page did not work.')).toBeVisible();
  online = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('arrived')).toBeVisible();
});
