import { participantId, type ParticipantId } from '@quietroom/core';
import { visitOfMany } from '@quietroom/testing';
import { expect, it } from 'vitest';
import { watchPerson } from './watch-person.ts';

/** A visit of four, and who has been told of since. */
async function listeningToAll() {
  const { room, visit, people, ready } = visitOfMany(3);
  await ready;
  const told: ParticipantId[] = [];
  const stops = people.others.map(({ id }) => watchPerson(visit.state, id).subscribe(() => told.push(id)));
  return { room, visit, others: people.others, told, stops };
}

it('tells of the person who changed and of nobody else', async () => {
  const { visit, others, told } = await listeningToAll();
  others[1]?.mutes();
  expect(told).toEqual([others[1]?.id]);
  expect(visit.state.get().participants[others[1]?.id ?? participantId('')]?.microphone?.sending).toBe(false);
  await visit.close();
});

it('tells of everybody once they are gone', async () => {
  const { visit, others, told } = await listeningToAll();
  await visit.close();
  expect(new Set(told)).toEqual(new Set(others.map(({ id }) => id)));
});

it('tells of somebody who was not there yet', async () => {
  const { visit, room } = await listeningToAll();
  let told = 0;
  watchPerson(visit.state, participantId('late')).subscribe(() => (told += 1));
  const id = participantId('late');
  room.reports({ participants: { [id]: { id, admitted: true } } });
  expect(told).toBe(1);
  await visit.close();
});

it('hears again after everybody had stopped listening', async () => {
  const { visit, others, told, stops } = await listeningToAll();
  for (const stop of stops) stop();
  others[0]?.mutes();
  expect(told).toEqual([]);
  const [first] = others;
  if (first) watchPerson(visit.state, first.id).subscribe(() => told.push(first.id));
  others[0]?.unmutes();
  expect(told).toEqual([first?.id]);
  await visit.close();
});
