import type { HMSReactiveStore } from '@100mslive/hms-video-store';
import { eventually } from './eventually.ts';

/** Attaches a picture to an element that can be seen, and waits until it has moved on by some frames. */
export const moves = async (
  actions: ReturnType<HMSReactiveStore['getActions']>,
  trackId: string,
  frames = 5,
): Promise<void> => {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.style.cssText = 'width: 320px; height: 180px; position: fixed; inset: 0 auto auto 0';
  document.body.append(video);
  try {
    await actions.attachVideo(trackId, video);
    const shown = () => video.getVideoPlaybackQuality().totalVideoFrames;
    const before = shown();
    await eventually(() => shown() >= before + frames, 'the picture moves');
  } finally {
    await actions.detachVideo(trackId, video);
    video.remove();
  }
};
