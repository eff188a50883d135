import { expect, test } from 'vitest';
import { mendAnswer, mendOffer, readOffered } from './sdp.ts';

const lines = (...text: string[]): string => text.map((line) => `${line}\r\n`).join('');

const offer = lines(
  'v=0',
  'a=group:BUNDLE 0 1',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'a=mid:0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8',
  'a=mid:1',
  'a=sendonly',
  'a=msid:stream-a track-a',
  'm=video 0 UDP/TLS/RTP/SAVPF 96',
  'a=mid:2',
  'a=inactive',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=mid:3',
  'a=inactive',
  'a=msid:stream-b track-b',
);

test('an offer sends what is neither rejected nor idle; a codec with the number 0 is no rejection', () => {
  expect(readOffered(offer)).toEqual([{ mid: '1', streamId: 'stream-a', trackId: 'track-a' }]);
});

test('an answer bundles what the offer did not reject, and rejects nothing that is only idle', () => {
  const answer = lines(
    'v=0',
    'a=group:BUNDLE 0 1 2 3',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'a=mid:0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=mid:1',
    'a=candidate:1 1 udp 2116026367 127.0.0.1 39504 typ host',
    'a=candidate:2 1 udp 2116026367 192.0.2.2 39504 typ host',
    'm=video 0 UDP/TLS/RTP/SAVPF 96',
    'a=mid:2',
    'm=video 0 UDP/TLS/RTP/SAVPF 96',
    'a=mid:3',
    'a=inactive',
    'a=rtcp-fb:96 nack pli',
    'a=rtcp-fb:96 transport-cc',
    'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  );
  expect(mendAnswer(answer, offer)).toBe(
    lines(
      'v=0',
      'a=group:BUNDLE 0 1 3',
      'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
      'a=mid:0',
      'm=audio 9 UDP/TLS/RTP/SAVPF 111',
      'a=mid:1',
      'a=candidate:1 1 udp 2116026367 127.0.0.1 39504 typ host',
      'm=video 0 UDP/TLS/RTP/SAVPF 96',
      'a=mid:2',
      'm=video 9 UDP/TLS/RTP/SAVPF 96',
      'a=mid:3',
      'a=inactive',
      'a=rtcp-fb:96 nack pli',
    ),
  );
});

test('an offer of ours rejects nothing that is only idle', () => {
  const idle = lines('v=0', 'm=video 0 UDP/TLS/RTP/SAVPF 96', 'a=mid:1', 'a=inactive');
  expect(mendOffer(idle)).toBe(lines('v=0', 'm=video 9 UDP/TLS/RTP/SAVPF 96', 'a=mid:1', 'a=inactive'));
});
