import { arrive } from '@quietroom/emulators/100ms/bare-client';
import { beforeAll, expect, test } from 'vitest';
import { control, redirect, unheard } from './page.ts';

beforeAll(redirect);

const joinAs = async (userId: string) => {
  const room = await control.createRoom();
  const person = await arrive();
  const authToken = await control.mintToken({ room, role: 'patient', userId });
  const outcome = await person.actions.join({ authToken, userName: 'Patient C3C3', ...unheard }).then(
    () => null,
    (error: unknown) => error,
  );
  return { person, room, outcome };
};

test('a token that names a person is used as it is', async () => {
  const { person, room } = await joinAs('zylphia.quonsett@clinic.invalid');
  expect((await control.inspect(room)).peers).toMatchObject([{ userId: 'zylphia.quonsett@clinic.invalid' }]);
  await person.end();
});

test('a sound token that has a minus or an underscore in it cannot be read', async () => {
  // Which offset a character has decides how it is spelled, so one of three in a row is spelled so.
  const outcomes = await Promise.all(['??>', 'x??>', 'xx??>'].map(joinAs));
  const failures = outcomes.filter(({ outcome }) => outcome !== null);
  expect(failures.length).toBeGreaterThan(0);
  expect(failures[0]?.outcome).toBeInstanceOf(DOMException);
  for (const { person, outcome } of outcomes) if (outcome === null) await person.end();
});
