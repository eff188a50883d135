import { expect, it } from 'vitest';
import { createManualClock } from '../../test/manual-clock.ts';
import { IceServers } from './ice-servers.ts';

const server = (number: number): RTCIceServer[] => [{ urls: `stun:stun-${number}.clinic.example` }];

/** A host's function that answers when told to. */
const createHost = () => {
  const answers: { give: (servers: RTCIceServer[]) => void; fail: () => void }[] = [];
  return {
    answers,
    ask: () =>
      new Promise<readonly RTCIceServer[]>((give, reject) => {
        answers.push({
          give,
          fail: () => {
            reject(new Error('The clinic does not answer.'));
          },
        });
      }),
  };
};
/** Lets promises that are settled already be heard. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('keeps a list as it is, and sets no timer for it', async () => {
  const clock = createManualClock(0);
  const servers = new IceServers(server(1), clock);
  await servers.renew();
  servers.keepFresh();
  expect(servers.current).toEqual(server(1));
  expect(clock.timers()).toBe(0);
});

it('asks the function again every five minutes and when something is repaired, but not all the time', async () => {
  const clock = createManualClock(0);
  const host = createHost();
  const servers = new IceServers(host.ask, clock);
  expect(servers.current).toBeNull();
  const both = Promise.all([servers.renew(), servers.renew()]);
  await settle();
  expect(host.answers).toHaveLength(1);
  host.answers[0]?.give(server(1));
  await both;
  expect(servers.current).toEqual(server(1));

  await servers.renew();
  expect(host.answers).toHaveLength(1);
  clock.pass(3000);
  void servers.renew();
  await settle();
  expect(host.answers).toHaveLength(2);
  host.answers[1]?.give(server(2));
  await settle();

  servers.keepFresh();
  clock.pass(5 * 60_000);
  await settle();
  expect(host.answers).toHaveLength(3);
  servers.close();
  expect(clock.timers()).toBe(0);
});

it('goes on with what it knew when the function fails or takes too long', async () => {
  const clock = createManualClock(0);
  const host = createHost();
  const servers = new IceServers(host.ask, clock);
  const first = servers.renew();
  await settle();
  host.answers[0]?.fail();
  await first;
  expect(servers.current).toBeNull();

  const second = servers.renew();
  await settle();
  clock.pass(4000);
  await second;
  expect(servers.current).toBeNull();
  // Late is better than never.
  host.answers[1]?.give(server(2));
  await settle();
  expect(servers.current).toEqual(server(2));
  expect(clock.timers()).toBe(0);
});

it('waits for nobody once it is closed', async () => {
  const clock = createManualClock(0);
  const servers = new IceServers(createHost().ask, clock);
  const asked = servers.renew();
  servers.close();
  await asked;
  expect(clock.timers()).toBe(0);
});
