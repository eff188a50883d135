import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserEnvironment } from '../browser/browser-environment.ts';
import { createVisitMedia } from './create-visit-media.ts';
import type { VisitMedia } from './visit-media.ts';

/** The devices of a real browser, which shows a fake camera and plays a fake microphone that beeps. */
const open: VisitMedia[] = [];
const devices = (): VisitMedia => {
  const media = createVisitMedia(browserEnvironment());
  open.push(media);
  return media;
};
afterEach(() => {
  for (const media of open.splice(0)) media.close();
  document.body.replaceChildren();
});

const picture = (): HTMLVideoElement => {
  const element = document.createElement('video');
  element.playsInline = true;
  document.body.append(element);
  return element;
};
const becomes = (check: () => boolean) => vi.waitUntil(check, { timeout: 15_000, interval: 50 });

describe('in the readiness check of a real browser', () => {
  test('the preview plays, muted, and is empty when the camera is declined', async () => {
    const media = devices();
    const element = picture();
    const stop = media.preview('camera', element);
    await media.prepare('camera');
    await becomes(() => element.currentTime > 0.2);
    expect(element.muted).toBe(true);
    media.decline('camera');
    expect(element.srcObject).toBeNull();
    stop();
  });

  test('the meter moves with the beeps, and falls silent with the microphone', async () => {
    const media = devices();
    const levels: number[] = [];
    const stop = media.onLevel((level) => levels.push(level));
    await media.prepare('microphone');
    await becomes(() => levels.some((level) => level > 0.2) && levels.some((level) => level < 0.05));
    media.release('microphone');
    await becomes(() => levels.slice(-5).every((level) => level === 0));
    stop();
  });

  test('the devices have names once one was opened, and the camera’s light goes off with the visit', async () => {
    const media = devices();
    const track = await media.open('camera');
    await becomes(() => media.state.get().devices.camera.some(({ label }) => label !== ''));
    media.close();
    expect(track.readyState).toBe('ended');
  });

  test('the system’s default microphone goes on when the list of devices changes without it', async () => {
    const media = devices();
    const track = await media.open('microphone');
    await becomes(() => media.state.get().devices.microphone.length > 0);
    const before = media.state.get().devices.microphone;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await navigator.mediaDevices.enumerateDevices();
    await navigator.mediaDevices.enumerateDevices();
    expect([track.readyState, media.state.get().devices.microphone]).toEqual(['live', before]);
  });

  test('a tone plays through the chosen speaker to its end', async () => {
    const media = devices();
    await media.prepare('microphone');
    await becomes(() => media.state.get().devices.speaker.length > 0);
    const [speaker] = media.state.get().devices.speaker;
    await media.select('speaker', speaker!.id);
    await media.testSpeaker();
  });

  test('an unknown speaker is refused, and the former stays', async () => {
    const media = devices();
    await expect(media.select('speaker', 'no such speaker')).rejects.toMatchObject({ name: 'RoomError' });
    expect(media.state.get().selected.speaker).toBeNull();
  });

  test('another camera replaces the one that is shown', async () => {
    const media = devices();
    await media.open('camera');
    await becomes(() => media.state.get().devices.camera.length > 0);
    const cameras = media.state.get().devices.camera;
    const last = cameras.at(-1)!;
    const element = picture();
    const stop = media.preview('camera', element);
    await media.select('camera', last.id);
    await becomes(() => element.currentTime > 0.2);
    expect(media.state.get().selected.camera).toBe(last.id);
    stop();
  });

  test('a screen is shared, with the kind of surface it is', async () => {
    const media = devices();
    const track = await media.open('screen');
    expect(track.kind).toBe('video');
    expect(['monitor', 'window', 'browser']).toContain(media.state.get().sharedSurface);
    media.release('screen');
    expect(track.readyState).toBe('ended');
    expect(media.state.get().sharedSurface).toBeNull();
  });
});
