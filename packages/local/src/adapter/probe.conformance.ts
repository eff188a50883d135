import { createOpaqueId } from '@quietroom/core';
import { local } from '@quietroom/local';
import { afterEach, expect, it } from 'vitest';
import { clinicUrl, cutRelay, restoreRelay } from '../../test/live-page.ts';

afterEach(async () => {
  await restoreRelay();
});

const probe = (iceServers: readonly RTCIceServer[] = [], signal = new AbortController().signal) =>
  local({ url: clinicUrl(), room: createOpaqueId(crypto), iceServers }).probe!(signal);

it('reaches the relay without entering, and says that no STUN or TURN server is set up', async () => {
  expect(await probe()).toEqual({
    server: { outcome: 'reached', milliseconds: expect.any(Number) as number },
    stun: { outcome: 'not-configured' },
    turn: { outcome: 'not-configured' },
  });
});

it('says that a relay which is gone cannot be reached', async () => {
  await cutRelay();
  expect((await probe()).server).toEqual({ outcome: 'unreached' });
});

it('says which of the configured servers gave no way through', async () => {
  const nobody = [
    { urls: 'stun:127.0.0.1:9' },
    { urls: ['turn:127.0.0.1:9?transport=tcp'], username: 'synthetic', credential: 'synthetic' },
  ];
  const { server, stun, turn } = await probe(nobody);
  expect([server.outcome, stun.outcome, turn.outcome]).toEqual(['reached', 'unreached', 'unreached']);
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const asked = probe([], stop.signal);
  stop.abort();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
});
