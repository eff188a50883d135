import { RTCPeerConnection, RTCRtpReceiver } from 'werift';
import { expect, test, vi } from 'vitest';
import { openPeerConnection } from './peer-connection.ts';
import { Publication } from './publication.ts';
import { SubscribeLeg } from './subscribe-leg.ts';

const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'UDPWrap').length;

/** A leg that sends sound and a picture. The offers it makes are kept. */
const sending = () => {
  const offers: string[] = [];
  const leg = new SubscribeLeg({ offer: (sdp) => offers.push(sdp), heard: () => undefined });
  const { config } = openPeerConnection();
  leg.arrange(
    (['audio', 'video'] as const).map(
      (kind) => new Publication('k7q4', { trackId: kind, streamId: 'stream' }, new RTCRtpReceiver(config, kind, 1)),
    ),
  );
  return { leg, offers };
};

test('leaves nothing open when it is closed after an answer', async () => {
  const before = sockets();
  const { leg, offers } = sending();
  await vi.waitFor(() => {
    expect(offers).toHaveLength(1);
  });
  const browser = new RTCPeerConnection({ iceServers: [], iceAdditionalHostAddresses: ['127.0.0.1'] });
  await browser.setRemoteDescription({ type: 'offer', sdp: offers[0]! });
  await browser.setLocalDescription(await browser.createAnswer());
  await leg.answered(browser.localDescription!.sdp);
  expect(sockets()).toBeGreaterThan(before);
  leg.close();
  await browser.close();
  await vi.waitFor(() => {
    expect(sockets()).toBe(before);
  });
});
