import { describe, expect, test, vi } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { FakeMediaDevices } from '../../test/fake-media-devices.ts';
import { browserEnvironment } from '../browser/browser-environment.ts';
import type { Environment } from '../contract/environment.ts';
import type { CaptureSource } from '../contract/room-action.ts';
import { createVisitMedia } from './create-visit-media.ts';
import type { VisitMedia } from './visit-media.ts';

const page = (changes: Partial<Environment> = {}) => {
  const devices = new FakeMediaDevices();
  const environment: Environment = {
    ...browserEnvironment(),
    mediaDevices: devices,
    page: { secure: true, path: '/visit' },
    ...changes,
  };
  const media = createVisitMedia(environment);
  const lost: CaptureSource[] = [];
  media.onEnded((source) => lost.push(source));
  return { devices, media, lost };
};

/** Resolves once the list of devices has been read. */
const listed = (media: VisitMedia) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (media.state.get().devices.camera.length > 0) resolve();
    };
    media.state.subscribe(look);
    look();
  });

const failure = (media: VisitMedia, source: CaptureSource) => {
  const state = media.state.get()[source];
  return state.status === 'failed' ? state.error.code : state.status;
};

describe('before anything is pressed', () => {
  test('nothing is asked, listed, listened to or wanted', () => {
    const { devices, media } = page();
    expect(media.state.get()).toMatchObject({
      microphone: { status: 'off' },
      camera: { status: 'off' },
      wanted: { microphone: false, camera: false },
    });
    expect([devices.asked, devices.enumerations, devices.listeners]).toEqual([[], 0, 0]);
  });
});

describe('in the readiness check', () => {
  test('a camera opens, is wanted, and brings the names of the devices', async () => {
    const { devices, media } = page();
    const opening = media.prepare('camera');
    expect(media.state.get().camera.status).toBe('opening');
    await opening;
    await listed(media);
    expect(media.state.get().camera.status).toBe('on');
    expect(media.wanted).toEqual({ microphone: false, camera: true });
    expect(media.state.get().devices.camera).toEqual([
      { id: 'front', label: 'Front camera' },
      { id: 'back', label: 'Back camera' },
    ]);
    expect(devices.asked).toHaveLength(1);
  });

  test('a source that was declined is off and not wanted', async () => {
    const { devices, media } = page();
    await media.prepare('microphone');
    media.decline('microphone');
    expect(media.state.get().microphone.status).toBe('off');
    expect(media.wanted.microphone).toBe(false);
    expect(devices.live).toEqual([]);
  });

  test.each([
    ['NotAllowedError', 'Permission denied', 'device-denied'],
    ['NotAllowedError', 'Permission denied by system', 'device-blocked'],
    ['NotFoundError', 'Requested device not found', 'device-missing'],
    ['NotReadableError', 'Could not start video source', 'device-busy'],
    ['AbortError', 'Starting video failed', 'device-busy'],
    ['OverconstrainedError', '', 'device-unsuitable'],
    ['TypeError', '', 'device-unsuitable'],
  ])('%s "%s" is said as %s, never thrown, and not sent later', async (name, message, code) => {
    const { devices, media } = page();
    devices.refuses(new DOMException(message, name));
    await media.prepare('camera');
    expect(failure(media, 'camera')).toBe(code);
    expect(media.wanted.camera).toBe(false);
    devices.refuses(null);
    await media.prepare('camera');
    expect(media.state.get().camera.status).toBe('on');
  });

  test('a chosen device that is gone is missing, and no other is opened in its place', async () => {
    const { devices, media } = page();
    const gone = Object.assign(new Error(), { name: 'OverconstrainedError', constraint: 'deviceId' });
    devices.refuses(gone);
    await media.prepare('microphone');
    expect(failure(media, 'microphone')).toBe('device-missing');
  });

  test('a page without devices says whether it is insecure', async () => {
    const insecure = page({ mediaDevices: undefined, page: { secure: false, path: '/' } }).media;
    await insecure.prepare('camera');
    expect(failure(insecure, 'camera')).toBe('insecure-page');
    const old = page({ mediaDevices: undefined }).media;
    await old.prepare('camera');
    expect(failure(old, 'camera')).toBe('not-supported');
  });
});

describe('opening', () => {
  test('everybody who asks at the same time gets the same track from one question', async () => {
    const { devices, media } = page();
    const [one, other] = await Promise.all([media.open('camera'), media.open('camera'), media.prepare('camera')]);
    expect(one).toBe(other);
    expect(devices.asked).toHaveLength(1);
  });

  test('a permission given after the end opens nothing', async () => {
    const { devices, media } = page();
    const answers = devices.hesitates();
    const opening = media.open('camera');
    media.close();
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    answers();
    await vi.waitFor(() => {
      expect(devices.tracks.map(({ readyState }) => readyState)).toEqual(['ended']);
    });
    expect(media.state.get().camera.status).toBe('off');
    expect(devices.listeners).toBe(0);
  });

  test('turning off and on again while the question is open keeps only the last track', async () => {
    const { devices, media } = page();
    const answers = devices.hesitates();
    const first = media.open('camera');
    media.release('camera');
    const second = media.open('camera');
    answers();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    const track = await second;
    expect(devices.live).toEqual([track]);
    expect(media.state.get().camera.status).toBe('on');
  });
});

describe('during a visit', () => {
  test('a released camera stops at once; a released microphone rests and comes back without a question', async () => {
    const { devices, media } = page();
    const camera = await media.open('camera');
    const microphone = await media.open('microphone');
    media.release('camera');
    media.release('microphone');
    expect(camera.readyState).toBe('ended');
    expect([microphone.readyState, microphone.enabled]).toEqual(['live', false]);
    expect(media.state.get().microphone.status).toBe('resting');
    expect(await media.open('microphone')).toBe(microphone);
    expect(microphone.enabled).toBe(true);
    expect(devices.asked).toHaveLength(2);
  });

  test('a resting microphone that ended is reopened only when it is asked for', async () => {
    const { devices, media } = page();
    await media.open('microphone');
    media.release('microphone');
    devices.tracks[0]?.breaks();
    expect(devices.asked).toHaveLength(1);
    const again = await media.open('microphone');
    expect(again.readyState).toBe('live');
    expect(devices.asked).toHaveLength(2);
  });

  test('a device that breaks is lost, is said once, and does not start again by itself', async () => {
    const { devices, media, lost } = page();
    await media.prepare('microphone');
    devices.tracks[0]?.breaks();
    expect(failure(media, 'microphone')).toBe('device-lost');
    expect(media.wanted.microphone).toBe(false);
    expect(lost).toEqual(['microphone']);
    devices.changesTo(devices.plugged);
    await Promise.resolve();
    expect(devices.live).toEqual([]);
  });

  test('a device that disappears from the list is lost, and whoever was lent its track hears of it', async () => {
    const { devices, media, lost } = page();
    const track = await media.open('camera');
    await listed(media);
    const ended = new Promise((resolve) => {
      track.addEventListener('ended', resolve);
    });
    devices.changesTo(devices.plugged.filter(({ deviceId }) => deviceId !== 'front'));
    await ended;
    expect(track.readyState).toBe('ended');
    expect(failure(media, 'camera')).toBe('device-lost');
    expect(lost).toEqual(['camera']);
  });

  test('the system’s default microphone does not quietly become another one', async () => {
    const { devices, media } = page();
    const desk = { kind: 'audioinput', deviceId: 'a', groupId: 'desk' } as const;
    const headset = { kind: 'audioinput', deviceId: 'b', groupId: 'headset' } as const;
    devices.plugged = [{ ...headset, deviceId: 'default' }, headset, desk];
    const track = await media.open('microphone');
    const ended = new Promise((resolve) => {
      track.addEventListener('ended', resolve);
    });
    devices.changesTo([{ ...desk, deviceId: 'default' }, desk]);
    await ended;
    expect(failure(media, 'microphone')).toBe('device-lost');
  });

  test('a screen share excludes this tab, says what kind of surface it is, and ends from the browser’s own bar', async () => {
    const { devices, media, lost } = page();
    devices.surface = 'monitor';
    await media.open('screen');
    expect(devices.shared[0]).toMatchObject({ selfBrowserSurface: 'exclude', audio: false });
    expect(media.state.get()).toMatchObject({ screen: { status: 'on' }, sharedSurface: 'monitor' });
    devices.tracks[0]?.breaks();
    expect(media.state.get()).toMatchObject({ screen: { status: 'off' }, sharedSurface: null });
    expect(lost).toEqual(['screen']);
  });

  test('somebody who closes the list of windows shares nothing, and nothing has failed', async () => {
    const clock = createFakeClock();
    const { devices, media } = page({ clock });
    const closes = devices.hesitates();
    devices.refuses(new DOMException('Permission denied', 'NotAllowedError'));
    const sharing = media.open('screen');
    clock.advance(4_000);
    closes();
    await expect(sharing).rejects.toMatchObject({ code: 'cancelled' });
    expect(media.state.get()).toMatchObject({ screen: { status: 'off' }, sharedSurface: null });
  });

  test.each([
    ['a no that comes at once is the browser’s own', 'Permission denied', 0, 'screen-share-denied'],
    ['a browser that says it was the person is believed', 'Permission denied by user', 0, 'cancelled'],
    ['a system that forbids it is named, however long it took', 'Permission denied by system', 9_000, 'device-blocked'],
    ['so is the page it stands in', 'disallowed by permissions policy', 9_000, 'screen-share-denied'],
  ])('sharing the screen: %s', async (_, message, takes, code) => {
    const clock = createFakeClock();
    const { devices, media } = page({ clock });
    const answers = devices.hesitates();
    devices.refuses(new DOMException(message, 'NotAllowedError'));
    const sharing = media.open('screen');
    clock.advance(takes);
    answers();
    await expect(sharing).rejects.toMatchObject({ code });
    expect(failure(media, 'screen')).toBe(code === 'cancelled' ? 'off' : code);
  });

  test('the end stops every track and forgets the devices, and the next visit can begin', async () => {
    const { devices, media } = page();
    await Promise.all([media.open('camera'), media.open('microphone'), media.open('screen')]);
    await listed(media);
    media.close();
    expect(devices.live).toEqual([]);
    expect(devices.listeners).toBe(0);
    expect(media.state.get()).toMatchObject({ camera: { status: 'off' }, devices: { camera: [] } });
    await media.open('camera');
    expect(devices.live).toHaveLength(1);
  });
});

describe('choosing a device', () => {
  test('an open camera moves to it, and the former stops', async () => {
    const { devices, media } = page();
    const former = await media.open('camera');
    await media.select('camera', 'back');
    expect(former.readyState).toBe('ended');
    expect(devices.live.map((track) => track.getSettings().deviceId)).toEqual(['back']);
    expect((await media.open('camera')).getSettings().deviceId).toBe('back');
    expect(media.state.get().selected.camera).toBe('back');
  });

  test('a resting microphone stays silent when it moves', async () => {
    const { devices, media } = page();
    await media.open('microphone');
    media.release('microphone');
    await media.select('microphone', 'headset');
    expect(devices.live.map(({ enabled }) => enabled)).toEqual([false]);
    expect(media.state.get().microphone.status).toBe('resting');
  });

  test('one that fails leaves the former chosen and running', async () => {
    const { devices, media } = page();
    const former = await media.open('camera');
    await listed(media);
    await expect(media.select('camera', 'nowhere')).rejects.toMatchObject({ code: 'device-missing' });
    devices.refuses(new DOMException('', 'NotAllowedError'));
    await expect(media.select('camera', 'back')).rejects.toMatchObject({ code: 'device-denied' });
    expect(media.state.get().selected.camera).toBeNull();
    expect(former.readyState).toBe('live');
  });

  test('on a phone, which opens one camera at a time, the former makes room', async () => {
    const { devices, media } = page();
    devices.oneAtATime = true;
    await media.open('camera');
    await media.select('camera', 'back');
    expect(devices.live.map((track) => track.getSettings().deviceId)).toEqual(['back']);
  });

  test('while nothing is open it is remembered for the next time', async () => {
    const { devices, media } = page();
    await media.select('microphone', 'headset');
    expect(devices.asked).toEqual([]);
    await media.open('microphone');
    expect(devices.live[0]?.getSettings().deviceId).toBe('headset');
  });

  test('the end in the middle of it leaves no track', async () => {
    const { devices, media } = page();
    await media.open('camera');
    const answers = devices.hesitates();
    const choosing = media.select('camera', 'back');
    media.close();
    answers();
    await choosing;
    expect(devices.live).toEqual([]);
  });
});
