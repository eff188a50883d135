import { participantId, trackId, type ParticipantId } from '@quietroom/core';
import { visitOfMany, type FakePerson } from '@quietroom/testing';
import { act, render, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { rendersDuring } from '../../test/count-renders.ts';
import { settled } from '../../test/settled.ts';
import { VideoRoom } from './video-room.tsx';

const counts = [9, 49, 100];
const nameOf = (index: number) => `Quimby Vexwood ${index + 1}`;

/** A clinician with this many others. Pictures are left out: they cost time and no rendering. */
async function visitOf(count: number) {
  const { room, visit, people, ready } = visitOfMany(count);
  await ready;
  return { room, visit: { ...visit, attach: () => () => undefined }, people: people.others };
}

const visits = new Map(counts.map((count) => [count, visitOf(count)]));

/** Shows that visit on a page that has room for everybody. */
async function show(count: number) {
  const visit = await visits.get(count);
  if (!visit) throw new Error('no such visit');
  const showing = render(
    <div style={{ blockSize: '100dvh' }}>
      <VideoRoom visit={visit.visit} roster={visit.room.roster} />
    </div>,
  );
  await act(settled);
  expect(within(screen.getByRole('list', { name: 'People in the visit' })).getAllByRole('listitem')).toHaveLength(
    count,
  );
  return { ...visit, ...showing };
}

const first = (people: readonly FakePerson[]): FakePerson => {
  const [person] = people;
  if (!person) throw new Error('nobody there');
  return person;
};

const tileOf = (name: string): Element => {
  const tile = screen.getByText(name).closest('li');
  if (!tile) throw new Error('no tile');
  return tile;
};

beforeAll(() => page.viewport(2600, 1800));
afterAll(async () => {
  for (const visit of visits.values()) await (await visit).visit.close();
  await page.viewport(414, 896);
});

describe.each(counts)('with %i others, all shown', (count) => {
  it('draws a tick of everybody’s level without rendering anything', async () => {
    const { room, people } = await show(count);
    const drawn = () => people.map((_, index) => tileOf(nameOf(index)).querySelector('[data-speaking]') !== null);

    const renders = await rendersDuring(() => {
      act(() => {
        for (const { id } of people) room.hears(id, 0.6);
      });
    });
    expect(drawn()).toEqual(people.map(() => true));
    expect(renders).toEqual([]);
  });

  it('renders at most twice when somebody mutes', async () => {
    const { people } = await show(count);
    const renders = await rendersDuring(() => {
      act(() => {
        first(people).mutes();
      });
    });
    expect(screen.getAllByRole('img', { name: 'Microphone muted' })).toHaveLength(2);
    expect(renders.length, renders.join(' ')).toBeLessThanOrEqual(2);
    expect(renders.length).toBeGreaterThan(0);
    act(() => {
      first(people).unmutes();
    });
  });

  it('renders at most six times when somebody joins, and when they leave', async () => {
    const { room } = await show(count);
    const late: ParticipantId = participantId('late');
    const joins = await rendersDuring(() => {
      act(() => {
        room.reports({
          participants: {
            [late]: {
              id: late,
              name: 'Observer K7Q4',
              claims: {},
              admitted: true,
              microphone: { id: trackId('late-microphone'), sending: true },
              camera: { id: trackId('late-camera'), sending: true },
              screen: null,
              handRaised: false,
              quality: 'good',
            },
          },
        });
      });
    });
    expect(screen.getByText('Guest')).toBeVisible();
    expect(joins.length, joins.join(' ')).toBeLessThanOrEqual(6);
    expect(joins).toContain('Tile');

    const leaves = await rendersDuring(() => {
      act(() => {
        room.reports({ participants: { [late]: null } });
      });
    });
    expect(screen.queryByText('Guest')).toBeNull();
    expect(leaves.length, leaves.join(' ')).toBeLessThanOrEqual(6);
  });

  it('spends at most ten elements on a tile', async () => {
    const { people } = await show(count);
    const person = first(people);
    act(() => {
      person.mutes();
      person.raisesHand();
      person.isReceived('poor');
    });
    const elements = () => tileOf(nameOf(0)).querySelectorAll('*').length + 1;
    expect(elements()).toBeLessThanOrEqual(10);
    act(() => {
      person.turnsCameraOff();
    });
    expect(elements()).toBeLessThanOrEqual(10);
    act(() => {
      person.unmutes();
      person.lowersHand();
      person.turnsCameraOn();
      person.isReceived('good');
    });
  });
});
