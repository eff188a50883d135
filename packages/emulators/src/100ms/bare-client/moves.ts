import type { HMSReactiveStore } from '@100mslive/hms-video-store';
import { eventually } from '../../stand-in/eventually.ts';

type Actions = ReturnType<HMSReactiveStore['getActions']>;

/** A picture on the page, large enough that the SDK asks for it. */
export interface ShownTrack {
  readonly video: HTMLVideoElement;
  readonly resize: (size: { readonly width: number; readonly height: number }) => void;
  readonly close: () => Promise<void>;
}

/** Attaches a track to an element that can be seen. Close it. */
export const showing = async (
  actions: Actions,
  trackId: string,
  size = { width: 320, height: 180 },
): Promise<ShownTrack> => {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.style.cssText = 'position: fixed; inset: 0 auto auto 0';
  const resize: ShownTrack['resize'] = ({ width, height }) => {
    video.style.width = `${width}px`;
    video.style.height = `${height}px`;
  };
  resize(size);
  document.body.append(video);
  await actions.attachVideo(trackId, video);
  return {
    video,
    resize,
    close: async () => {
      await actions.detachVideo(trackId, video);
      video.remove();
    },
  };
};

/** Shows a track and waits until its picture has moved on by some frames. */
export const moves = async (actions: Actions, trackId: string, frames = 5): Promise<void> => {
  const { video, close } = await showing(actions, trackId);
  try {
    const shown = () => video.getVideoPlaybackQuality().totalVideoFrames;
    const before = shown();
    await eventually(() => shown() >= before + frames, 'the picture moves');
  } finally {
    await close();
  }
};
