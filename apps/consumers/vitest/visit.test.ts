import { createVisit, demonstration, type RoomAdapter } from '@quietroom/core';
import { local } from '@quietroom/local';
import { VideoRoom } from '@quietroom/react';
import { createFakeRoom, until } from '@quietroom/testing';
import { whereby } from '@quietroom/whereby';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';

test('a clinician admits a patient and writes to them, without a network', async () => {
  const room = createFakeRoom({ role: 'clinician' });
  const visit = room.createVisit();
  const patient = room.personKnocks({ role: 'patient', name: 'Zylphia Quonsett' });

  await visit.join();
  await until(visit.state, ({ knocks }) => knocks[patient.id]?.verified === true);
  await visit.perform({ type: 'admit', participant: patient.id });
  await until(visit.messages.state, ({ recipients }) => recipients.includes(patient.id));
  await visit.messages.send(patient.id, 'Can you hear me?');
  await patient.opens('Can you hear me?');
  await visit.close();
});

test('the same room on every provider', () => {
  const room = '3f0c9a52-6f0e-4d0a-9d57-2b8a6c1d7e11' as Parameters<typeof local>[0]['room'];
  const adapters: readonly RoomAdapter[] = [
    local({ url: 'wss://visits.example/relay', room }),
    whereby({ roomUrl: `https://clinic.whereby.com/${room}` }),
  ];
  for (const adapter of adapters) {
    const visit = createVisit({ adapter, role: 'patient', policy: demonstration });
    expect(renderToString(createElement(VideoRoom, { visit }))).toContain('aria-label="Video visit"');
  }
});
