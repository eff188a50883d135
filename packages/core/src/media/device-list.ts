import type { DeviceKind } from '../contract/room-action.ts';
import type { Device, MediaState } from './visit-media.ts';

const kinds: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

/** The browser's list, sorted by kind. A device without an id is one the page may not know yet, and is left out. */
export function sortDevices(found: readonly MediaDeviceInfo[]): MediaState['devices'] {
  const sorted: Record<DeviceKind, Device[]> = { microphone: [], camera: [], speaker: [] };
  for (const { kind, deviceId, label } of found) {
    if (deviceId !== '') sorted[kinds[kind]].push({ id: deviceId, label });
  }
  return sorted;
}

/** Chromium's names for whatever device the system prefers now. */
const roles: ReadonlySet<string> = new Set(['default', 'communications']);

/**
 * Whether the device a track came from is still there. Firefox and Chromium end the track of an unplugged device, but
 * Chromium quietly moves the track of the system's default microphone to the next one, which nobody chose.
 */
export function stillThere(track: MediaStreamTrack, found: readonly MediaDeviceInfo[]): boolean {
  const { deviceId = '', groupId = '' } = track.getSettings();
  const alike = found.filter(({ kind }) => kind === `${track.kind}input`);
  const named = alike.filter((device) => device.deviceId !== '');
  // What the browser does not tell cannot be compared.
  if (deviceId === '' || named.length === 0) return alike.length > 0;
  if (!named.some((device) => device.deviceId === deviceId)) return false;
  if (!roles.has(deviceId) || groupId === '') return true;
  // The entry of the role itself counts: fake devices, and some real ones, share their group with no other entry.
  return named.some((device) => device.groupId === groupId);
}

/** Keeps up with the devices that come and go. Asks nothing before `start`. */
export interface DeviceWatch {
  /** Begins, and reads the list again: labels appear with the first permission. */
  start(): void;
  stop(): void;
}

/** See {@link DeviceWatch}. `onList` is never called after `stop`. */
export function createDeviceWatch(
  mediaDevices: MediaDevices | undefined,
  onList: (found: readonly MediaDeviceInfo[]) => void,
): DeviceWatch {
  let watching = false;
  let latest = 0;

  const read = async () => {
    if (mediaDevices === undefined) return;
    latest += 1;
    const mine = latest;
    try {
      const found = await mediaDevices.enumerateDevices();
      if (watching && mine === latest) onList(found);
    } catch {
      // The list stays as it was: a device that opens works without being listed.
    }
  };
  const onChange = () => {
    void read();
  };

  return {
    start: () => {
      if (mediaDevices === undefined) return;
      if (!watching) {
        watching = true;
        mediaDevices.addEventListener('devicechange', onChange);
      }
      void read();
    },
    stop: () => {
      watching = false;
      mediaDevices?.removeEventListener('devicechange', onChange);
    },
  };
}
