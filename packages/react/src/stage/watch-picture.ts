/** Looks once a second, and asks to be called for one frame between two looks: never for every frame of every tile. */
const every = 1000;
/** Looks without a new frame until a picture counts as stopped: longer than any key frame takes to come. */
const patience = 4;

/** All that is looked at, by one timer: a timer for each tile wakes the page once for each of them. */
const looks = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const lookEvery = (look: () => void): (() => void) => {
  looks.add(look);
  timer ??= setInterval(() => {
    for (const next of looks) next();
  }, every);
  return () => {
    looks.delete(look);
    if (looks.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

/**
 * Tells when a picture that should be moving has stopped, and when it moves again. A page in the background draws
 * nothing and judges nothing. Frames are not counted by `getVideoPlaybackQuality`: Firefox counts none of a call.
 */
export function watchPicture(video: HTMLVideoElement, tell: (stopped: boolean) => void): () => void {
  // Absent from browsers before 2024, whatever its type says: those say nothing about their pictures.
  if (!('requestVideoFrameCallback' in video)) return () => undefined;
  let asked: number | null = null;
  let still = 0;
  let stopped = false;

  const ask = () => {
    asked ??= video.requestVideoFrameCallback(() => {
      asked = null;
    });
  };
  const look = () => {
    still = document.hidden || asked === null ? 0 : still + 1;
    ask();
    if (stopped !== still >= patience) {
      stopped = !stopped;
      tell(stopped);
    }
    // A phone that saves its battery starts no picture by itself.
    if (stopped && video.paused) void video.play().catch(() => undefined);
  };
  ask();
  const stopLooking = lookEvery(look);
  return () => {
    stopLooking();
    if (asked !== null) video.cancelVideoFrameCallback(asked);
    if (stopped) tell(false);
  };
}
