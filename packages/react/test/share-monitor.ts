import type { Visit } from '@quietroom/core';
import type { FakeRoom } from '@quietroom/testing';

/** The person at this page shares their whole monitor, and with it this page. */
export async function shareMonitor({ devices }: FakeRoom, visit: Visit): Promise<void> {
  const open = devices.mediaDevices.getDisplayMedia.bind(devices.mediaDevices);
  devices.mediaDevices.getDisplayMedia = async (options) => {
    const stream = await open(options);
    for (const track of stream.getVideoTracks()) track.getSettings = () => ({ displaySurface: 'monitor' });
    return stream;
  };
  await visit.perform({ type: 'shareScreen', on: true });
}
