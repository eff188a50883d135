import { enter, eventually } from '@quietroom/emulators/whereby/bare-client';
import { beforeAll, expect, test } from 'vitest';
import { control, redirect } from './page.ts';

beforeAll(redirect);

test('telemetry carries the path of the host’s page, the name, ids, labels and other people’s connections', async () => {
  await control.forget();
  const path = location.href;
  history.replaceState(null, '', '/patients/zylphia-quonsett/visit');
  const { roomUrl, hostKey } = await control.createRoom();
  const person = await enter(roomUrl, { roomKey: hostKey, name: 'Zylphia Quonsett' });
  const strange = new RTCPeerConnection();
  strange.createDataChannel('label of another product');
  await strange.setLocalDescription(await strange.createOffer());
  const sent = async () =>
    (await control.received())
      .filter(({ service }) => service === 'telemetry')
      .map(({ text }) => text)
      .join('\n');
  await eventually(async () => (await sent()).includes('label of another product'), 'the other connection is reported');
  const text = await sent();
  expect((await control.inspect()).telemetryConnections).toBeGreaterThan(0);
  expect(text).toContain('/patients/zylphia-quonsett/visit');
  expect(text).toContain('Zylphia Quonsett');
  expect(text).toMatch(/fake_device_0|Fake Default Audio Input/);
  strange.close();
  await person.end();
  history.replaceState(null, '', path);
});
