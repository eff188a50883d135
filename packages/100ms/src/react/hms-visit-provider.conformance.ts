// The vendor's own hooks, as published, inside a visit.
import { createOpaqueId, type RoomAdapter } from '@quietroom/core';
import { admit, eventually, everybodyLeaves } from '@quietroom/testing/conformance';
import { createElement, StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { leadToStandIn, roles, roomOf, tokenFor } from '../../test/clinic-rooms.ts';
import { openPage } from '../../test/open-page.ts';
import { hms } from '../hms.ts';
import { HmsVisitProvider } from './hms-visit-provider.ts';

// Its bundle asks for a word of Node's, which a bundler is told; see the README.
Reflect.set(globalThis, 'process', { env: {} });

beforeAll(leadToStandIn);
afterEach(everybodyLeaves);

it('reads the visit through the vendor’s hooks under StrictMode, refuses what passes no gate, and never leaves by itself', async () => {
  const { selectPeers, useHMSActions, useHMSStore } = await import('@100mslive/react-sdk');
  const visit = createOpaqueId(crypto);
  const roomId = await roomOf(visit);
  let asker: Parameters<RoomAdapter['connect']>[0]['self'] | null = null;
  const adapter = hms({
    roomId,
    roles,
    token: () => (asker === null ? Promise.reject(new Error('Nobody asks.')) : tokenFor(visit, asker)),
  });
  const { connect } = { connect: adapter.connect.bind(adapter) };
  const through: RoomAdapter = {
    ...adapter,
    connect: (request, report) => {
      asker = request.self;
      return connect(request, report);
    },
  };
  const refusals: string[] = [];
  const Names = (): ReactNode => {
    const actions = useHMSActions();
    const press = (): void => {
      try {
        void actions.sendBroadcastMessage('Hello.');
      } catch (error) {
        refusals.push((error as Error).name);
      }
    };
    const names = useHMSStore(selectPeers).map(({ name }) => name);
    return createElement('button', { onClick: press }, names.join(', '));
  };
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  root.render(
    createElement(
      StrictMode,
      null,
      createElement(HmsVisitProvider, { adapter, fallback: 'Nobody yet' }, createElement(Names)),
    ),
  );
  await eventually(() => place.textContent === 'Nobody yet');
  const clinician = await openPage('clinician', visit, { adapter: through });
  const patient = await openPage('patient', visit);
  await admit(clinician, patient);
  await eventually(() => place.textContent.includes(patient.self.name));
  place.querySelector('button')?.click();
  expect(refusals).toEqual(['Refusal']);
  root.unmount();
  await patient.sees(({ participants }) => participants.size === 1);
  await clinician.connection.close('left');
  place.remove();
});
