import { createCanary, type Canary } from '@quietroom/testing/canary';

/** What a browser and a careless host bring along, each marked. */
export const planted: readonly Canary[] = [
  'page.title',
  'page.query',
  'page.hash',
  'page.cookie',
  'page.storage',
  'page.window-name',
  'device.label',
  'screen.label',
].map(createCanary);

/** Runs in the page before its own scripts, so it must not use anything from outside itself. */
export const plantInPage = (canaries: readonly Canary[]): void => {
  const valueOf = (id: string) => canaries.find((canary) => canary.id === id)?.value ?? '';

  document.cookie = `clinic=${valueOf('page.cookie')}`;
  localStorage.setItem('clinic', valueOf('page.storage'));
  window.name = valueOf('page.window-name');
  addEventListener('load', () => {
    document.title = valueOf('page.title');
  });

  // Phones and headphones carry their owner's name, and a shared window its title.
  const screens = new WeakSet<MediaStreamTrack>();
  const share = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getDisplayMedia = async (constraints) => {
    const stream = await share(constraints);
    for (const track of stream.getTracks()) screens.add(track);
    return stream;
  };
  Object.defineProperty(MediaStreamTrack.prototype, 'label', {
    configurable: true,
    get(this: MediaStreamTrack) {
      return valueOf(screens.has(this) ? 'screen.label' : 'device.label');
    },
  });
  Object.defineProperty(InputDeviceInfo.prototype, 'label', {
    configurable: true,
    get: () => valueOf('device.label'),
  });
  Object.defineProperty(MediaDeviceInfo.prototype, 'label', {
    configurable: true,
    get: () => valueOf('device.label'),
  });
  for (const prototype of [MediaDeviceInfo.prototype, InputDeviceInfo.prototype]) {
    Object.defineProperty(prototype, 'toJSON', {
      configurable: true,
      value(this: MediaDeviceInfo) {
        return { deviceId: this.deviceId, kind: this.kind, label: this.label, groupId: this.groupId };
      },
    });
  }
};
