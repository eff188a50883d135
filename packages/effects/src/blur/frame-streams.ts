/** What Chromium has and the DOM types do not know: a track's frames as streams. */
interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
interface TrackGenerator extends MediaStreamTrack {
  readonly writable: WritableStream<VideoFrame>;
}
interface FrameStreamGlobals {
  readonly MediaStreamTrackProcessor?: new (options: {
    readonly track: MediaStreamTrack;
    readonly maxBufferSize?: number;
  }) => TrackProcessor;
  readonly MediaStreamTrackGenerator?: new (options: { readonly kind: 'video' }) => TrackGenerator;
}

/** The frames of a track, and a track made of other frames. Both streams can be handed to a worker. */
export interface FrameStreams {
  readonly readable: ReadableStream<VideoFrame>;
  readonly writable: WritableStream<VideoFrame>;
  readonly made: MediaStreamTrack;
}

/** See {@link FrameStreams}. Null where the browser has none; only the newest frame is ever waiting. */
export function openFrameStreams(track: MediaStreamTrack): FrameStreams | null {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as typeof globalThis & FrameStreamGlobals;
  if (MediaStreamTrackProcessor === undefined || MediaStreamTrackGenerator === undefined) return null;
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 });
  const made = new MediaStreamTrackGenerator({ kind: 'video' });
  return { readable, writable: made.writable, made };
}
