/** A track's pictures one by one, and a track drawn from others: for browsers without streams of frames. */
export interface Pictures {
  /** What the camera shows now; null before its first picture. */
  take(): Promise<ImageBitmap | null>;
  show(picture: ImageBitmap): void;
  /** The track of what was shown. Call it after the first picture, so that nothing else is in it. */
  made(): MediaStreamTrack | undefined;
  close(): void;
}

/** See {@link Pictures}. It is the worker that asks for pictures: its clock goes on while this page is hidden. */
export function openPictures(track: MediaStreamTrack): Pictures {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  // Interrupted by its own end: nothing is lost.
  video.play().catch(() => undefined);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  let stream: MediaStream | null = null;
  return {
    take: async () => {
      if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
      return await createImageBitmap(video).catch(() => null);
    },
    show: (picture) => {
      if (canvas.width !== picture.width) canvas.width = picture.width;
      if (canvas.height !== picture.height) canvas.height = picture.height;
      context?.drawImage(picture, 0, 0);
      picture.close();
    },
    made: () => (stream ??= canvas.captureStream()).getVideoTracks()[0],
    close: () => {
      video.srcObject = null;
      for (const each of stream?.getTracks() ?? []) each.stop();
    },
  };
}
