import { describe, expect, test, vi } from 'vitest';
import { FakeMediaDevices, FakeStream, FakeTrack } from '../../test/fake-media-devices.ts';
import { browserEnvironment } from '../browser/browser-environment.ts';
import { createVisitMedia } from './create-visit-media.ts';
import type { AppliedEffect, EffectReport, MediaEffect } from './media-effect.ts';

/** An effect whose every step the test decides. */
class StagedEffect implements MediaEffect {
  readonly name: MediaEffect['name'];
  readonly source: MediaEffect['source'];
  readonly made: FakeTrack[] = [];
  stopped = 0;
  report: EffectReport | null = null;
  #answer: Promise<void> = Promise.resolve();

  constructor(name: MediaEffect['name'], source: MediaEffect['source']) {
    this.name = name;
    this.source = source;
  }

  /** Takes its time until the returned function is called; with an error it fails. */
  hesitates(): (error?: Error) => void {
    let answer: (error?: Error) => void = () => undefined;
    this.#answer = new Promise((resolve, reject) => {
      answer = (error) => {
        if (error === undefined) resolve();
        else reject(error);
      };
    });
    return answer;
  }

  fails(error: Error | null): void {
    this.#answer = error === null ? Promise.resolve() : Promise.reject(error);
    this.#answer.catch(() => undefined);
  }

  async apply(track: MediaStreamTrack, report: EffectReport, signal: AbortSignal): Promise<AppliedEffect> {
    this.report = report;
    await Promise.race([
      this.#answer,
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      }),
    ]);
    const made = new FakeTrack(track.kind === 'audio' ? 'audio' : 'video', {});
    this.made.push(made);
    return {
      stream: new FakeStream([made]),
      stop: () => {
        this.stopped += 1;
        // As an effect does with what it made.
        made.stop();
      },
    };
  }
}

const page = () => {
  const devices = new FakeMediaDevices();
  const blur = new StagedEffect('blur', 'camera');
  const quiet = new StagedEffect('noise-suppression', 'microphone');
  const media = createVisitMedia(
    { ...browserEnvironment(), mediaDevices: devices, page: { secure: true, path: '/' } },
    [blur, quiet],
  );
  const lost: string[] = [];
  const replaced: string[] = [];
  media.onEnded((source) => lost.push(source));
  media.onReplaced((source) => replaced.push(source));
  const effect = (name: 'blur' | 'noise-suppression') => media.state.get().effects[name]?.status;
  return { devices, blur, quiet, media, lost, replaced, effect };
};
/** What leaves: tracks of the device that are live and not black. */
const bareLive = ({ devices }: { devices: FakeMediaDevices }) => devices.live.filter(({ enabled }) => enabled);

describe('blur', () => {
  test('is off, offered and untouched until somebody turns it on', async () => {
    const { media, blur, effect } = page();
    const track = await media.open('camera');
    expect([effect('blur'), blur.report, track.getSettings().deviceId]).toEqual(['off', null, 'front']);
  });

  test('turned on first, the camera is lent only as it comes out of the effect, and its light goes out with it', async () => {
    const { media, blur, devices, effect } = page();
    await media.setEffect('blur', true);
    const track = await media.open('camera');
    expect(track).toBe(blur.made[0]);
    expect([effect('blur'), track.getSettings().deviceId, track.label]).toEqual(['on', 'front', '']);
    media.release('camera');
    expect([devices.live, track.readyState, blur.stopped]).toEqual([[], 'ended', 1]);
  });

  test('turned on while the camera is on, the bare picture goes black at once and is replaced when it is ready', async () => {
    const { media, blur, effect, replaced, ...rest } = page();
    const bare = await media.open('camera');
    const answers = blur.hesitates();
    const turning = media.setEffect('blur', true);
    expect(bare.enabled).toBe(false);
    await vi.waitFor(() => {
      expect(effect('blur')).toBe('starting');
    });
    const asked = media.open('camera');
    expect([bare.enabled, replaced]).toEqual([false, []]);
    answers();
    await turning;
    expect([await asked, replaced, effect('blur')]).toEqual([blur.made[0], ['camera'], 'on']);
    expect([bare.readyState, blur.made[0]?.enabled, bareLive(rest).length]).toEqual(['ended', true, 1]);
  });

  test('turned on while the camera opens, the bare picture is never lent', async () => {
    const { media, blur, devices } = page();
    const answers = devices.hesitates();
    const opening = media.open('camera');
    const turning = media.setEffect('blur', true);
    answers();
    const track = await opening;
    await turning;
    expect(track).toBe(blur.made.at(0));
    expect(await media.open('camera')).toBe(blur.made.at(-1));
  });

  test('that does not start leaves the camera dark, says so, and is tried again with the camera', async () => {
    const { media, blur, devices, effect } = page();
    blur.fails(new Error('no model'));
    await media.setEffect('blur', true);
    await media.prepare('camera');
    expect(media.state.get().camera).toMatchObject({ status: 'failed', error: { code: 'device-unblurred' } });
    expect([effect('blur'), devices.live, media.wanted.camera]).toEqual(['failed', [], false]);
    await expect(media.open('camera')).rejects.toMatchObject({ code: 'device-unblurred' });
    blur.fails(null);
    expect(await media.open('camera')).toBe(blur.made[0]);
    expect(effect('blur')).toBe('on');
  });

  test('that does not start while the camera is being sent ends it for everybody it was lent to', async () => {
    const { media, blur, devices, lost, effect } = page();
    const bare = await media.open('camera');
    const ended = vi.fn();
    bare.addEventListener('ended', ended);
    blur.fails(new Error('no model'));
    await media.setEffect('blur', true);
    expect([ended.mock.calls.length, devices.live, lost, effect('blur')]).toEqual([1, [], ['camera'], 'failed']);
    expect(media.state.get().camera).toMatchObject({ status: 'failed', error: { code: 'device-unblurred' } });
  });

  test('that breaks in the middle turns the camera off; turned off, the camera opens as it is', async () => {
    const { media, blur, devices, lost } = page();
    await media.setEffect('blur', true);
    const track = await media.open('camera');
    const ended = vi.fn();
    track.addEventListener('ended', ended);
    blur.report?.failed(new Error('the graphics card is gone'));
    expect([ended.mock.calls.length, devices.live, lost]).toEqual([1, [], ['camera']]);
    expect(media.state.get().camera).toMatchObject({ status: 'failed', error: { code: 'device-unblurred' } });
    await media.setEffect('blur', false);
    const plain = await media.open('camera');
    expect([plain.enabled, devices.live]).toEqual([true, [plain]]);
  });

  test('turned off while it starts, the picture goes on as it is', async () => {
    const { media, blur, effect } = page();
    const bare = await media.open('camera');
    blur.hesitates();
    const turning = media.setEffect('blur', true);
    await vi.waitFor(() => {
      expect(effect('blur')).toBe('starting');
    });
    await media.setEffect('blur', false);
    await turning;
    const track = await media.open('camera');
    expect([track.enabled, track.readyState, blur.made, effect('blur')]).toEqual([true, 'live', [], 'off']);
    expect(bare).not.toBe(blur.made[0]);
  });

  test('the camera turned off while it starts stays off, and nothing is left behind', async () => {
    const { media, blur, devices, effect } = page();
    await media.setEffect('blur', true);
    blur.hesitates();
    const opening = media.open('camera');
    opening.catch(() => undefined);
    await vi.waitFor(() => {
      expect(effect('blur')).toBe('starting');
    });
    media.close();
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    await vi.waitFor(() => {
      expect([devices.live, effect('blur')]).toEqual([[], 'on']);
    });
  });

  test('goes along to another camera, and says when it cannot keep up', async () => {
    const { media, blur, devices, effect } = page();
    await media.setEffect('blur', true);
    await media.open('camera');
    await media.select('camera', 'back');
    expect(devices.live.map((track) => track.getSettings().deviceId)).toEqual(['back']);
    expect(await media.open('camera')).toBe(blur.made[1]);
    blur.report?.slow(true);
    expect(effect('blur')).toBe('too-slow');
    blur.report?.slow(false);
    expect(effect('blur')).toBe('on');
  });

  test('a camera that is unplugged is lost to whoever was lent the blurred picture', async () => {
    const { media, devices, lost } = page();
    await media.setEffect('blur', true);
    const track = await media.open('camera');
    const ended = vi.fn();
    track.addEventListener('ended', ended);
    devices.live[0]?.breaks();
    expect([ended.mock.calls.length, track.readyState, lost]).toEqual([1, 'ended', ['camera']]);
    expect(media.state.get().camera).toMatchObject({ status: 'failed', error: { code: 'device-lost' } });
  });
});

describe('noise suppression', () => {
  test('that does not start or breaks is said, and the microphone goes on without it', async () => {
    const { media, quiet, devices, effect, replaced } = page();
    quiet.fails(new Error('no worklet'));
    await media.setEffect('noise-suppression', true);
    const bare = await media.open('microphone');
    expect([bare, effect('noise-suppression')]).toEqual([devices.tracks[0], 'failed']);
    quiet.fails(null);
    await media.setEffect('noise-suppression', true);
    expect(await media.open('microphone')).toBe(quiet.made[0]);
    quiet.report?.failed(new Error('interrupted'));
    await vi.waitFor(() => {
      expect(replaced).toEqual(['microphone', 'microphone']);
    });
    const after = await media.open('microphone');
    expect([after.enabled, after.readyState, devices.live]).toEqual([true, 'live', [after]]);
  });

  test('keeps a muted microphone silent, and a phone call still takes it away', async () => {
    const { media, devices, lost } = page();
    await media.setEffect('noise-suppression', true);
    const track = await media.open('microphone');
    media.release('microphone');
    expect([track.enabled, devices.live.some(({ enabled }) => enabled)]).toEqual([false, false]);
    await media.setEffect('noise-suppression', false);
    expect(devices.live.map(({ enabled }) => enabled)).toEqual([false]);
    await media.setEffect('noise-suppression', true);
    const again = await media.open('microphone');
    devices.live[0]?.isHeldBack(true);
    expect([again.muted, again.enabled, lost]).toEqual([true, false, ['microphone']]);
    expect(media.state.get().microphone.status).toBe('interrupted');
  });
});
