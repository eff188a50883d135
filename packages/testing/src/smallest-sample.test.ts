import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// sample begins
import { createFakeRoom, until } from '@quietroom/testing';

test('a clinician admits a patient and writes to them', async () => {
  const room = createFakeRoom({ role: 'clinician' });
  const visit = room.createVisit();
  const patient = room.personKnocks({ role: 'patient', name: 'Zylphia Quonsett' });

  await visit.join();
  await until(visit.state, ({ knocks }) => knocks[patient.id]?.verified === true);
  await visit.perform({ type: 'admit', participant: patient.id });

  await until(visit.messages.state, ({ recipients }) => recipients.includes(patient.id));
  await visit.messages.send(patient.id, 'Can you hear me?');
  await patient.opens('Can you hear me?');
});
// sample ends

test('the sample of the README is the one above', () => {
  const own = readFileSync(new URL(import.meta.url), 'utf8');
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const sample = /\/\/ sample begins\n([\s\S]*?)\/\/ sample ends/.exec(own)?.[1];
  expect(sample).toBeTruthy();
  expect(readme).toContain(sample);
});
