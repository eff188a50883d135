import { describe, expect, test } from 'vitest';
import { FakeMediaDevices } from '../../test/fake-media-devices.ts';
import { browserEnvironment } from '../browser/browser-environment.ts';
import type { CaptureSource } from '../contract/room-action.ts';
import { createVisitMedia } from './create-visit-media.ts';

const page = () => {
  const devices = new FakeMediaDevices();
  const media = createVisitMedia({
    ...browserEnvironment(),
    mediaDevices: devices,
    page: { secure: true, path: '/visit' },
  });
  const told: CaptureSource[] = [];
  media.onEnded((source) => told.push(source));
  const status = (source: 'microphone' | 'camera') => {
    const state = media.state.get()[source];
    return state.status === 'failed' ? state.error.code : state.status;
  };
  return {
    devices,
    media,
    told,
    both: () => Promise.all([media.prepare('camera'), media.prepare('microphone')]),
    statuses: () => ({ camera: status('camera'), microphone: status('microphone') }),
  };
};

describe('camera and microphone asked for in one breath', () => {
  test('are one question, and both open', async () => {
    const { devices, both, statuses, media } = page();
    await both();
    expect(devices.asked).toHaveLength(1);
    expect(devices.asked[0]).toMatchObject({ audio: { echoCancellation: true }, video: { height: { ideal: 360 } } });
    expect(statuses()).toEqual({ camera: 'on', microphone: 'on' });
    expect(media.wanted).toEqual({ camera: true, microphone: true });
  });

  test('end one by one: turning the camera off leaves the microphone, and closing leaves nothing', async () => {
    const { devices, both, media } = page();
    await both();
    media.decline('camera');
    expect(devices.live.map(({ kind }) => kind)).toEqual(['audio']);
    media.close();
    expect(devices.live).toEqual([]);
  });

  test('a camera that is not there does not take the microphone along', async () => {
    const { devices, both, statuses, media } = page();
    devices.plugged = devices.plugged.filter(({ kind }) => kind !== 'videoinput');
    await both();
    expect(statuses()).toEqual({ camera: 'device-missing', microphone: 'on' });
    expect(media.wanted).toEqual({ camera: false, microphone: true });
  });

  test('a question that was closed without an answer is not put again', async () => {
    const { devices, both, statuses } = page();
    devices.refuses(new DOMException('Permission dismissed', 'NotAllowedError'));
    await both();
    expect(devices.asked).toHaveLength(1);
    expect(statuses()).toEqual({ camera: 'device-denied', microphone: 'device-denied' });
  });

  test('one that is turned off before the answer stays off, and the other opens', async () => {
    const { devices, both, media, statuses } = page();
    const answer = devices.hesitates();
    const opening = both();
    await Promise.resolve();
    media.decline('camera');
    answer();
    await opening;
    expect(statuses()).toEqual({ camera: 'off', microphone: 'on' });
    expect(devices.live.map(({ kind }) => kind)).toEqual(['audio']);
  });
});

describe('a phone call, or anything else by which the system holds a device back', () => {
  const heldBack = async (kind: 'audio' | 'video') => {
    const visit = page();
    await visit.both();
    const track = visit.devices.live.find((one) => one.kind === kind)!;
    track.isHeldBack(true);
    return { ...visit, track };
  };

  test('is told, and the microphone rests until it is asked for again', async () => {
    const { statuses, track, media, told } = await heldBack('audio');
    expect(statuses()).toEqual({ camera: 'on', microphone: 'interrupted' });
    expect(told).toEqual(['microphone']);
    expect(media.wanted.microphone).toBe(false);

    track.isHeldBack(false);
    expect([statuses().microphone, track.enabled]).toEqual(['resting', false]);

    await media.open('microphone');
    expect([statuses().microphone, track.enabled]).toEqual(['on', true]);
  });

  test('a camera goes on when it is over', async () => {
    const { statuses, track, media } = await heldBack('video');
    expect(statuses()).toEqual({ camera: 'interrupted', microphone: 'on' });
    track.isHeldBack(false);
    expect(statuses().camera).toBe('on');
    expect(media.wanted.camera).toBe(true);
  });

  test('a track that was let go of says nothing more', async () => {
    const { track, media, statuses } = await heldBack('audio');
    media.decline('microphone');
    track.isHeldBack(false);
    expect(statuses().microphone).toBe('off');
  });
});
