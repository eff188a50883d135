import type { TrackId, Visit } from '@quietroom/core';
import { visitOfFour, visitOfMany, visitOfTwo, type Scenario } from '@quietroom/testing';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../test/accessibility.ts';
import { VisitProvider, type VisitProviderProps } from '../visit-context/visit-provider.tsx';
import { Stage } from './stage.tsx';

const phone = [320, 420] as const;
const desk = [1280, 720] as const;

afterEach(() => page.viewport(414, 896));

/** Shows the stage on a page of this size, and keeps count of the pictures that are attached. */
async function show(
  scenario: Scenario,
  [width, height]: readonly [number, number],
  options: Pick<VisitProviderProps, 'locale'> = {},
) {
  await scenario.ready;
  await page.viewport(width, height);
  const attached = new Set<TrackId>();
  const attach: Visit['attach'] = (track, element) => {
    attached.add(track);
    const detach = scenario.visit.attach(track, element);
    return () => {
      attached.delete(track);
      detach();
    };
  };
  render(
    <div style={{ position: 'fixed', inset: 0 }}>
      <VisitProvider visit={{ ...scenario.visit, attach }} roster={scenario.room.roster} {...options}>
        <Stage />
      </VisitProvider>
    </div>,
  );
  return { user: userEvent.setup(), attached };
}

const names = () =>
  within(screen.getByRole('list', { name: 'People in the visit' }))
    .getAllByRole('listitem')
    .map((tile) => tile.querySelector('bdi')?.textContent);
const tileOf = (name: string) =>
  screen.getByText(name, { selector: 'li bdi' }).closest('li')?.getBoundingClientRect() ?? new DOMRect();
const own = (name = 'Your camera') => screen.getByRole('group', { name }).getBoundingClientRect();
const area = ({ width, height }: DOMRect) => width * height;
const overlap = (one: DOMRect, other: DOMRect) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const button = (name: RegExp | string) => screen.getByRole('button', { name });

it('gives everybody on a phone a place of their own, this page’s own camera too', async () => {
  await show(visitOfFour(), phone);
  const boxes = [...['Zylphia Quonsett', 'Nadir Plimsollvane', 'Bexley Umbertone'].map(tileOf), own()];
  for (const [index, box] of boxes.entries()) {
    expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(320.5);
    expect(box.bottom).toBeLessThanOrEqual(420.5);
  }
  await expectAccessible();
});

it('keeps the own picture and the other’s name apart on a phone', async () => {
  await show(visitOfTwo(), phone);
  const label = screen.getByText('Dr. Orrin Thackwhistle').closest('.qr-tile-label');
  expect(overlap(own(), label?.getBoundingClientRect() ?? own())).toBe(false);
  expect(own().top).toBeGreaterThan(tileOf('Dr. Orrin Thackwhistle').top + 420 * 0.6);
});

it('lays out from the right where people read from the right', async () => {
  await show(visitOfFour(), desk, { locale: 'ar' });
  await waitFor(() => {
    expect(tileOf('Zylphia Quonsett').left).toBeGreaterThan(tileOf('Nadir Plimsollvane').left);
  });
});

it('shows whoever speaks, and the others on pages; who is not shown has no picture attached', async () => {
  const many = visitOfMany(12);
  const { user, attached } = await show(many, phone);
  const firstPage = names();
  expect(firstPage[0]).toBe('Quimby Vexwood 1');
  expect(firstPage.length).toBeLessThan(12);
  expect(attached.size).toBe(firstPage.length);
  expect(button('Previous people')).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible();

  await user.click(button('Next people'));
  const secondPage = names();
  expect(secondPage[0]).toBe('Quimby Vexwood 1');
  expect(secondPage.slice(1).some((name) => firstPage.includes(name))).toBe(false);
  expect(attached.size).toBe(secondPage.length);
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContainEqual(
    expect.stringMatching(/of 11$/),
  );

  act(() => {
    many.people.others[11]?.speaks(0.6);
  });
  await waitFor(() => {
    expect(area(tileOf('Quimby Vexwood 12'))).toBeGreaterThan(2 * area(own()));
  });
  act(() => {
    many.people.others[11]?.leaves();
  });
  expect(screen.queryByText('Quimby Vexwood 12')).toBeNull();
  expect(names()[0]).toBe('Quimby Vexwood 1');

  while (button('Next people').getAttribute('aria-disabled') !== 'true') await user.click(button('Next people'));
  expect(names()).toContain('Quimby Vexwood 11');
  expect(button('Next people')).toHaveFocus();
  expect(attached.size).toBe(names().length);
});

it('makes somebody large by keyboard, and no longer, and says so', async () => {
  const { user } = await show(visitOfMany(3), desk);
  const [first, second] = ['Quimby Vexwood 1', 'Quimby Vexwood 2'] as const;
  const before = tileOf(second);
  const pin = button(new RegExp(`^Pin ${second}`));
  expect(pin.outerHTML).not.toContain('Quimby');
  pin.focus();
  await user.keyboard('{Enter}');
  expect(button(new RegExp(`^Unpin ${second}`))).toHaveFocus();
  expect(screen.getByRole('status')).toHaveTextContent(`${second} is pinned.`);
  expect(area(tileOf(second))).toBeGreaterThan(area(before));
  expect(area(tileOf(second))).toBeGreaterThan(4 * area(tileOf(first)));
  expect(names()).toEqual([first, second, 'Quimby Vexwood 3']);
  await expectAccessible();
  await user.keyboard(' ');
  expect(area(tileOf(second))).toBe(area(before));
  expect(screen.getByRole('status')).toHaveTextContent(`${second} is no longer pinned.`);
});

it('keeps somebody pinned beside the screens that are shared, none over another', async () => {
  const four = visitOfFour();
  const { user } = await show(four, phone);
  act(() => {
    four.people.patient.sharesScreen();
    four.people.family.sharesScreen();
  });
  await user.click(button(/^Pin Zylphia Quonsett/));
  const boxes = [
    ...screen.getAllByRole('figure').map((figure) => figure.getBoundingClientRect()),
    ...['Zylphia Quonsett', 'Nadir Plimsollvane', 'Bexley Umbertone'].map(tileOf),
    own(),
  ];
  expect(boxes).toHaveLength(6);
  for (const [index, box] of boxes.entries())
    expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
  expect(area(tileOf('Zylphia Quonsett'))).toBeGreaterThan(area(tileOf('Bexley Umbertone')));
});

it('shows whoever speaks large where that is wanted, and everybody alike again, by keyboard', async () => {
  const many = visitOfMany(3);
  const { user } = await show(many, desk);
  const view = button('Speaker view');
  expect(view).toHaveAttribute('aria-pressed', 'false');
  view.focus();
  await user.keyboard('{Enter}');
  expect(view).toHaveAttribute('aria-pressed', 'true');
  expect(area(tileOf('Quimby Vexwood 1'))).toBeGreaterThan(4 * area(tileOf('Quimby Vexwood 3')));
  act(() => {
    many.people.others[2]?.speaks(0.6);
  });
  await waitFor(() => {
    expect(area(tileOf('Quimby Vexwood 3'))).toBeGreaterThan(4 * area(tileOf('Quimby Vexwood 1')));
  });
  expect(view).toHaveFocus();
  await expectAccessible();
  await user.keyboard(' ');
  expect(area(tileOf('Quimby Vexwood 3'))).toBe(area(tileOf('Quimby Vexwood 1')));
});

it('shows everybody alike on pages where that is wanted of more than fit', async () => {
  const { user } = await show(visitOfMany(12), phone);
  expect(button('Speaker view')).toHaveAttribute('aria-pressed', 'true');
  await user.click(button('Speaker view'));
  const sizes = [...document.querySelectorAll('li')].map((tile) => Math.round(area(tile.getBoundingClientRect())));
  expect(new Set(sizes).size).toBe(1);
  expect(button('Next people')).toBeVisible();
});

it('nobody becomes large while somebody walks through the tiles by keyboard', async () => {
  const many = visitOfMany(12);
  const { user } = await show(many, phone);
  await user.tab();
  expect(button(/^Pin Quimby Vexwood 1 /)).toHaveFocus();
  const before = names();
  act(() => {
    many.people.others[11]?.speaks(0.6);
  });
  expect(names()).toEqual(before);
  expect(button(/^Pin Quimby Vexwood 1 /)).toHaveFocus();
});

it('offers nobody to pin where there is only one to see', async () => {
  await show(visitOfTwo(), phone);
  expect(screen.queryByRole('button')).toBeNull();
});
