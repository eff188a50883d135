import type { Person } from './support/person.ts';
import { expect, test } from './support/test.ts';

declare global {
  /** From here on the browser counts every fifth packet as lost: there is no bad network to be had in a test. */
  var weaken: () => void;
}

/** Runs in the page: what the browser counts, with a line that can be made worse. */
const installWeakLine = () => {
  let weak = false;
  let received = 0;
  globalThis.weaken = () => {
    weak = true;
  };
  const count = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'getStats')?.value as (
    this: RTCPeerConnection,
  ) => Promise<RTCStatsReport>;
  RTCPeerConnection.prototype.getStats = async function (this: RTCPeerConnection) {
    if (!weak) return count.call(this);
    received += 400;
    const counted = {
      id: 'counted',
      type: 'inbound-rtp',
      timestamp: 0,
      packetsReceived: received,
      packetsLost: received / 4,
    };
    return new Map([['counted', counted]]);
  };
};

/** Bytes of pictures and of sound this page has sent so far. */
const sent = (person: Person) =>
  person.page.evaluate(async () => {
    const bytes = { video: 0, audio: 0 };
    for (const connection of globalThis.probe.connections)
      for (const report of (await connection.getStats()).values() as Iterable<RTCOutboundRtpStreamStats>)
        if (report.type === 'outbound-rtp') bytes[report.kind === 'video' ? 'video' : 'audio'] += report.bytesSent ?? 0;
    return bytes;
  });

test('somebody on a weak connection does without pictures: theirs are no longer sent, and come back when shown again', async ({
  arrives,
}) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient', { before: (page) => page.addInitScript(installWeakLine) });
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await patient.sees('clinician');

  await patient.page.evaluate(() => {
    globalThis.weaken();
  });
  await patient.button('Hide the others’ pictures').click();
  await expect
    .poll(async () => {
      const before = await sent(clinician);
      // About a second of sound goes by, so a picture would have been sent if it were.
      await expect.poll(async () => (await sent(clinician)).audio).toBeGreaterThan(before.audio + 3000);
      return (await sent(clinician)).video - before.video;
    })
    .toBe(0);
  await expect(clinician.control(/^Turn camera off/)).toBeVisible();
  await clinician.sees('patient');

  await patient.button('Show pictures').click();
  await patient.sees('clinician');
});
