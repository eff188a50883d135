import { participantId, trackId, type ParticipantId } from '@quietroom/core';
import { scenario, type FakePerson } from '@quietroom/testing';
import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { rendersDuring } from '../../test/count-renders.ts';
import { VideoRoom } from './video-room.tsx';

const roles = ['patient', 'family', 'interpreter', 'observer'] as const;

/** A clinician with this many others, each with a name, a picture and a voice. */
async function visitOf(count: number) {
  const { room, visit, people, ready } = scenario({ role: 'clinician' }, (room, visit) => {
    const people = Array.from({ length: count }, (_, index) =>
      room.personJoins({ role: roles[index % roles.length] ?? 'observer', name: `Quimby Vexwood ${index + 1}` }),
    );
    const enter = async () => {
      await Promise.all(people.map(({ arrived }) => arrived));
      await visit.join();
    };
    return { people, reached: enter() };
  });
  await ready;
  render(<VideoRoom visit={visit} roster={room.roster} />);
  for (const { name } of room.roster.values()) await screen.findByText(name);
  return { room, visit, people };
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

describe.each([2, 9])('with %i others', (count) => {
  it('draws a tick of everybody’s level without rendering anything', async () => {
    const { room, people } = await visitOf(count);
    const drawn = () => people.map((_, index) => tileOf(`Quimby Vexwood ${index + 1}`).hasAttribute('data-speaking'));

    const renders = await rendersDuring(() => {
      act(() => {
        // As the adapter reports it: `speaks` of the script also moves the active speaker.
        for (const { id } of people) room.reports({ activeSpeaker: id });
        for (const person of people) person.speaks(0.6);
      });
    });
    expect(drawn()).toEqual(people.map(() => true));
    expect(renders).toEqual([]);
  });

  it('renders at most twice when somebody mutes', async () => {
    const { people } = await visitOf(count);
    const renders = await rendersDuring(() => {
      act(() => {
        first(people).mutes();
      });
    });
    expect(screen.getAllByRole('img', { name: 'Microphone muted' })).toHaveLength(2);
    expect(renders.length, renders.join(' ')).toBeLessThanOrEqual(2);
    expect(renders.length).toBeGreaterThan(0);
  });

  it('renders at most six times when somebody joins, and when they leave', async () => {
    const { room } = await visitOf(count);
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
    const { people } = await visitOf(count);
    const person = first(people);
    act(() => {
      person.mutes();
      person.raisesHand();
      person.isReceived('poor');
    });
    const tile = tileOf('Quimby Vexwood 1');
    expect(tile).toBeVisible();
    expect(tile.querySelectorAll('*').length + 1).toBeLessThanOrEqual(10);
  });
});
