import { eventually } from '../../stand-in/eventually.ts';

/** Shows a stream and waits until its picture has moved on by some frames. */
export const moves = async (stream: MediaStream, frames = 5): Promise<void> => {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  document.body.append(video);
  try {
    await video.play();
    const shown = () => video.getVideoPlaybackQuality().totalVideoFrames;
    const before = shown();
    await eventually(() => shown() >= before + frames, 'the picture moves');
  } finally {
    video.srcObject = null;
    video.remove();
  }
};
