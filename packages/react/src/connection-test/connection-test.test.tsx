import type { ConnectionReport } from '@quietroom/core';
import { readyPatient } from '@quietroom/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { ConnectionTest } from './connection-test.tsx';

const works: ConnectionReport = {
  server: { outcome: 'reached', milliseconds: 18 },
  stun: { outcome: 'not-configured' },
  turn: { outcome: 'not-configured' },
};
const button = (name: string) => screen.getByRole('button', { name });

it('is tried when it is pressed and says what was found, in words and in a report to take along', async () => {
  const scenario = readyPatient({ connectionTest: works });
  const person = await showPart(scenario, <ConnectionTest />);
  expect(screen.queryByRole('button', { name: 'Download report' })).toBeNull();
  expect(button('Test connection')).toHaveAccessibleDescription('Tries to reach the visit without going in.');

  await person.tab();
  await person.keyboard('{Enter}');

  expect(await screen.findByText('Your connection reaches the visit.')).toBeVisible();
  expect(screen.getByText('The visit’s server: reached in 18 ms')).toBeVisible();
  expect(screen.getByText('A direct way for picture and sound: not set up by the clinic')).toBeVisible();
  expect(scenario.visit.state.get().phase.name).toBe('ready');
  await expectAccessible();

  expect(button('Download report')).toHaveAccessibleDescription(/no name, no device’s name and no address/);
});

it('server-unreached: says that the connection does not reach the visit, and can be tried again', async () => {
  const person = await showPart(
    readyPatient({ connectionTest: { ...works, server: { outcome: 'unreached' } } }),
    <ConnectionTest />,
  );
  await person.click(button('Test connection'));
  expect(await screen.findByText(/does not reach the visit/)).toBeVisible();
  expect(button('Test connection')).not.toHaveAttribute('aria-disabled');
});

it('network-strict: says that no way for picture and sound was found', async () => {
  const person = await showPart(
    readyPatient({ connectionTest: { ...works, stun: { outcome: 'unreached' }, turn: { outcome: 'unreached' } } }),
    <ConnectionTest />,
  );
  await person.click(button('Test connection'));
  expect(await screen.findByText(/hold back picture and sound/)).toBeVisible();
});

it('is absent where the provider has no such test', async () => {
  await showPart(readyPatient(), <ConnectionTest />);
  expect(screen.queryByRole('button')).toBeNull();
});
