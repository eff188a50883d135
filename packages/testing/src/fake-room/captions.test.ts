import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../clock/create-fake-clock.ts';
import { captionedVisit, captioning } from '../scenarios/captioned-visit.ts';
import { visitOfTwo } from '../scenarios/in-the-visit.ts';
import { syntheticPeople } from '../scenarios/people.ts';

const captionedNow = async () => {
  const clock = createFakeClock();
  const made = captionedVisit({ environment: { clock } });
  await made.ready;
  const read = () => {
    clock.advance(100);
    return made.visit.captions.state.get();
  };
  const texts = () => read().map(({ text }) => text);
  return { ...made, clock, read, texts, other: made.people.other };
};

describe('what is captioned in a visit', () => {
  test('is told with who said it, as it grows', async () => {
    const { room, other, read, visit } = await captionedNow();
    room.saysCaption(other, 'Does it', { final: false });
    expect(read()).toMatchObject([{ speaker: other.id, text: 'Does it', final: false }]);
    room.saysCaption(other, 'Does it hurt here?', { language: 'en' });
    room.saysCaption('you', 'A little.');
    room.saysCaption(null, 'Hello?');
    expect(read()).toMatchObject([
      { speaker: other.id, text: 'Does it hurt here?', final: true, language: 'en' },
      { speaker: 'self', text: 'A little.' },
      { speaker: null, text: 'Hello?' },
    ]);
    const [first] = visit.captions.state.get();
    room.saysCaption('you', 'It does.');
    expect(read()[0]).toBe(first);
  });

  test('changes nothing else that is known of the visit, and leaves nothing in its audit', async () => {
    const { room, other, texts, visit } = await captionedNow();
    const { state, audit, facts } = visit;
    const before = [state.get(), audit.get(), facts.get()];
    room.saysCaption(other, 'Zylphia has a fever');
    expect(texts()).toEqual(['Zylphia has a fever']);
    expect([state.get(), audit.get(), facts.get()]).toEqual(before);
    expect(state.get()).toBe(before[0]);
  });

  test('of somebody at the door, gone or never there, or of the recorder, is not listened to', async () => {
    const { room, other, texts } = await captionedNow();
    const late = room.personKnocks(syntheticPeople.family);
    await late.arrived;
    room.saysCaption(late, 'let me in');
    room.reports({ participants: { [late.id]: { id: late.id, admitted: true, claims: { role: 'recorder' } } } });
    room.saysCaption(late, 'I am a machine');
    room.reports({ participants: { [late.id]: null } });
    other.leaves();
    room.saysCaption(other, 'goodbye');
    expect(texts()).toEqual([]);
  });

  test('is gone when captions stop, and what comes after is not shown', async () => {
    const { room, other, visit, texts } = await captionedNow();
    room.saysCaption(other, 'one');
    expect(texts()).toEqual(['one']);
    room.saysCaption(other, 'on its way');
    room.knows({ captions: false });
    expect(visit.captions.state.get()).toEqual([]);
    room.saysCaption(other, 'late');
    expect(texts()).toEqual([]);
    room.knows({ captions: 'unknown' });
    room.saysCaption(other, 'perhaps');
    expect(texts()).toEqual([]);
  });

  test('is gone at the end of the visit', async () => {
    const { room, other, visit, texts } = await captionedNow();
    room.saysCaption(other, 'one');
    expect(texts()).toEqual(['one']);
    await visit.leave();
    expect(visit.captions.state.get()).toEqual([]);
    expect(texts()).toEqual([]);
  });
});

test('captions that nobody agreed to stop the media, and are not shown', async () => {
  const clock = createFakeClock();
  const { room, visit, people, ready } = visitOfTwo({ policy: captioning, environment: { clock } });
  await ready;
  room.knows({ captions: true });
  expect(visit.facts.get().mediaStopped).toBe(true);
  room.saysCaption(people.other, 'unasked');
  clock.advance(100);
  expect(visit.captions.state.get()).toEqual([]);
});

test('a policy without captions shows none, whatever the provider sends', async () => {
  const clock = createFakeClock();
  const { room, visit, people, ready } = visitOfTwo({ environment: { clock } });
  await ready;
  room.saysCaption(people.other, 'before');
  room.knows({ captions: true });
  room.saysCaption(people.other, 'after');
  clock.advance(100);
  expect(visit.captions.state.get()).toEqual([]);
});
