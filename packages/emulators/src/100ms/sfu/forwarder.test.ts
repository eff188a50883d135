import { RtpHeader, RtpPacket, RTCRtpReceiver } from 'werift';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Forwarder, isKeyframe } from './forwarder.ts';
import type { Outlet } from './outlet.ts';
import { openPeerConnection } from './peer-connection.ts';
import { Publication } from './publication.ts';

const key = Buffer.from([0x10, 0x00, 0x00, 0x00, 0x9d, 0x01, 0x2a]);
const delta = Buffer.from([0x10, 0x01, 0x00, 0x00]);
const packet = (payload: Buffer) => new RtpPacket(new RtpHeader({ sequenceNumber: 7, timestamp: 9_000 }), payload);

/** An outlet that only remembers what was sent. */
const remembering = () => {
  const sent: string[] = [];
  const outlet: Pick<Outlet, 'begin' | 'send' | 'pictureLost'> = {
    pictureLost: () => undefined,
    begin: () => sent.push('new beginning'),
    send: ({ payload }) => sent.push(isKeyframe(payload) ? 'key' : 'delta'),
  };
  return { sent, outlet };
};

const connection = openPeerConnection();
const publicationOf = (kind: 'audio' | 'video') =>
  new Publication('k7q4', { trackId: 'track', streamId: 'stream' }, new RTCRtpReceiver(connection.config, kind, 1));

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['a picture that needs no earlier one', key, true],
  ['a picture that does', delta, false],
  ['the middle of a picture', Buffer.from([0x00, 0x00]), false],
  ['a later partition', Buffer.from([0x11, 0x00]), false],
  ['one with a long picture id', Buffer.from([0x90, 0x80, 0x81, 0x02, 0x00]), true],
  ['one with a short picture id and both indexes', Buffer.from([0x90, 0xe0, 0x01, 0x02, 0x03, 0x00]), true],
  ['nothing', Buffer.alloc(0), false],
])('of VP8: %s', (_name, payload, expected) => {
  expect(isKeyframe(payload)).toBe(expected);
});

test('a picture is sent when it is wanted, and from where one can begin', () => {
  const publication = publicationOf('video');
  const { sent, outlet } = remembering();
  const forwarder = new Forwarder(publication, outlet);
  publication.receive(packet(key), '');
  expect(sent).toEqual([]);
  forwarder.want('high');
  publication.receive(packet(delta), '');
  expect(sent).toEqual([]);
  publication.receive(packet(key), '');
  publication.receive(packet(delta), '');
  expect(sent).toEqual(['new beginning', 'key', 'delta']);
  forwarder.want('none');
  publication.receive(packet(key), '');
  expect(sent).toHaveLength(3);
});

test('another layer takes over at its own next beginning, and the old one goes on until then', () => {
  const publication = publicationOf('video');
  const { sent, outlet } = remembering();
  const forwarder = new Forwarder(publication, outlet);
  forwarder.want('high');
  for (const rid of ['f', 'q']) publication.receive(packet(key), rid);
  forwarder.want('low');
  publication.receive(packet(delta), 'f');
  publication.receive(packet(delta), 'q');
  expect(sent).toEqual(['new beginning', 'key', 'delta']);
  publication.receive(packet(key), 'q');
  publication.receive(packet(delta), 'f');
  expect(sent).toEqual(['new beginning', 'key', 'delta', 'new beginning', 'key']);
});

test('who wants a layer that is not sent any more gets the next best', () => {
  const publication = publicationOf('video');
  publication.receive(packet(key), 'f');
  publication.receive(packet(key), 'q');
  vi.advanceTimersByTime(2_000);
  publication.receive(packet(delta), 'q');
  expect(publication.nearest(['f', 'h', 'q', ''])).toBe('q');
  vi.advanceTimersByTime(2_000);
  expect(publication.nearest(['f', 'h', 'q', ''])).toBeNull();
});

test('sound is sent at once, until it is not wanted', () => {
  const publication = publicationOf('audio');
  const { sent, outlet } = remembering();
  const forwarder = new Forwarder(publication, outlet);
  publication.receive(packet(delta), '');
  expect(sent).toEqual(['new beginning', 'delta']);
  forwarder.stop();
  publication.receive(packet(delta), '');
  expect(sent).toHaveLength(2);
});
