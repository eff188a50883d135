import { demonstration, type Policy } from '@quietroom/core';
import { createFakeRoom } from '../fake-room/create-fake-room.ts';
import type { FakePerson, FakePersonOptions, FakeRoomOptions } from '../fake-room/fake-room.ts';
import { until } from '../until/until.ts';
import { syntheticPeople } from './people.ts';
import type { With } from './scenario.ts';

/** The policy of a clinic that captions. */
export const captioning: Policy = { ...demonstration, captions: true };

/** A visit that everybody agreed to have captioned, and whose captions run. Nothing has been said yet. */
export const captionedVisit = (
  options: FakeRoomOptions = {},
  guests: readonly FakePersonOptions[] = [],
): With<{ readonly other: FakePerson; readonly guests: readonly FakePerson[] }> => {
  const room = createFakeRoom({ waits: false, ...options });
  const { policy = captioning } = options;
  const visit = room.createVisit({ policy });
  const hosts = options.role === 'clinician';
  const other = room.personJoins(hosts ? syntheticPeople.patient : syntheticPeople.clinician);
  const joined = guests.map((guest) => room.personJoins(guest));
  const play = async () => {
    const all = [other, ...joined];
    await Promise.all(all.map(({ arrived }) => arrived));
    await visit.join();
    await until(visit.messages.state, ({ recipients }) => all.every(({ id }) => recipients.includes(id)));
    // Under a policy without captions there is nothing to agree to.
    if (!policy.captions) return;
    await until(visit.consent.state, ({ captions }) => captions.text !== null);
    if (hosts) visit.consent.ask('captions', { language: 'en' });
    else await other.asksToAgree('captions');
    for (const person of hosts ? all : joined) await person.agrees('captions');
    if (!hosts) visit.consent.agree('captions', { language: 'en' });
    await until(visit.consent.state, ({ captions }) => captions.ready);
    if (hosts) await visit.perform({ type: 'setCaptions', on: true });
    else room.knows({ captions: true });
  };
  return { room, visit, people: { other, guests: joined }, ready: play() };
};
