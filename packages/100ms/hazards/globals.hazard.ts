import { beforeAll, expect, test } from 'vitest';
import { come, redirect } from './page.ts';

beforeAll(redirect);

test('any script of the page reads names and messages from a global', async () => {
  const one = await come();
  const other = await come({ room: one.room, role: 'patient' });
  await one.actions.sendDirectMessage('since Tuesday it hurts', other.peer());
  await other.until((state) => state.messages.allIDs.length === 1);
  const found: unknown = Reflect.get(window, '__hms');
  expect(found).toBe(other.store);
  const state = JSON.stringify(other.store.getStore().getState());
  expect(state).toContain('Zylphia Quonsett');
  expect(state).toContain('since Tuesday it hurts');
  await one.end();
  await other.end();
});

test('a devtools extension is given the whole state, in production too', async () => {
  const seen: string[] = [];
  Reflect.set(window, '__REDUX_DEVTOOLS_EXTENSION__', {
    connect: () => ({
      init: (state: unknown) => seen.push(JSON.stringify(state)),
      send: (_action: unknown, state: unknown) => seen.push(JSON.stringify(state)),
      subscribe: () => () => undefined,
    }),
  });
  const person = await come();
  expect(seen.join('\n')).toContain('Zylphia Quonsett');
  Reflect.deleteProperty(window, '__REDUX_DEVTOOLS_EXTENSION__');
  await person.end();
});
