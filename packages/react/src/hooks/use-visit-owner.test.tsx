import { createFakeRoom } from '@quietroom/testing';
import type { Visit } from '@quietroom/core';
import { act, render, screen } from '@testing-library/react';
import { StrictMode, useEffect } from 'react';
import { expect, it } from 'vitest';
import { useVisitOwner } from './use-visit-owner.ts';

function Owner({ room, create }: { readonly room: string; readonly create: () => Visit }) {
  const visit = useVisitOwner(create, [room]);
  useEffect(() => {
    void visit.join();
  }, [visit]);
  return <p>{room}</p>;
}

const joins = (visits: readonly Visit[]) =>
  visits.map(({ audit }) => audit.get().filter(({ type }) => type === 'visit-joining').length);

it('joins once in StrictMode, and closes after it is taken away', async () => {
  const room = createFakeRoom({ role: 'clinician' });
  const visits: Visit[] = [];
  const create = () => {
    const visit = room.createVisit();
    visits.push(visit);
    return visit;
  };
  const { unmount } = render(
    <StrictMode>
      <Owner room="one" create={create} />
    </StrictMode>,
  );
  await expect.poll(() => visits.map(({ state }) => state.get().phase.name)).toContain('joined');
  expect(joins(visits).filter((count) => count > 0)).toEqual([1]);
  expect(room.closings).toEqual([]);

  unmount();
  await expect.poll(() => room.closings).toEqual(['page-closed']);
});

it('keeps its visit when it renders again, and takes another when the key changes', async () => {
  const room = createFakeRoom({ role: 'clinician' });
  const visits: Visit[] = [];
  const create = () => {
    const visit = room.createVisit();
    visits.push(visit);
    return visit;
  };
  const { rerender } = render(<Owner room="one" create={create} />);
  await expect.poll(() => visits[0]?.state.get().phase.name).toBe('joined');
  rerender(<Owner room="one" create={() => create()} />);
  expect(visits).toHaveLength(1);

  rerender(<Owner room="two" create={create} />);
  expect(screen.getByText('two')).toBeInTheDocument();
  await act(() => expect.poll(() => visits[0]?.state.get().phase.name).toBe('ended'));
  await expect.poll(() => visits[1]?.state.get().phase.name).toBe('joined');
});
