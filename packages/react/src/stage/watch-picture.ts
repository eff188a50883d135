/** Looks once a second; a callback for every frame would cost every frame of every tile. */
const every = 1000;
/** Looks without a new frame until a picture counts as stopped: longer than any key frame takes to come. */
const patience = 4;

/**
 * Tells when a picture that should be moving has stopped, and when it moves again. A page in the background draws
 * nothing and judges nothing.
 */
export function watchPicture(video: HTMLVideoElement, tell: (stopped: boolean) => void): () => void {
  let frames = -1;
  let still = 0;
  let stopped = false;

  const look = () => {
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    still = document.hidden || totalVideoFrames !== frames ? 0 : still + 1;
    frames = totalVideoFrames;
    if (stopped !== still >= patience) {
      stopped = !stopped;
      tell(stopped);
    }
    // A phone that saves its battery starts no picture by itself.
    if (stopped && video.paused) void video.play().catch(() => undefined);
  };
  const timer = setInterval(look, every);
  return () => {
    clearInterval(timer);
    if (stopped) tell(false);
  };
}
