import type { CaptureSource } from '../contract/room-action.ts';
import { RoomError } from '../contract/room-error.ts';
import { deviceError } from './device-error.ts';
import type { SourceState } from './visit-media.ts';

/** What a capture needs to know of its surroundings. */
export interface CaptureOptions {
  readonly source: CaptureSource;
  /** Asks the browser, with the device chosen now. */
  readonly acquire: () => Promise<MediaStream>;
  /** Where the source stands, each time it changes. */
  readonly report: (state: SourceState) => void;
  /** The source stopped without being asked to. */
  readonly lost: () => void;
  /** Why, where it is known. */
  readonly blame: () => RoomError | undefined;
  /** The system holds the source back: a phone call, a privacy switch, a closed lid, another page. */
  readonly interrupted: () => void;
}

/** One source on this device: opens once for all who ask, and leaves no track behind in any order of events. */
export interface Capture {
  /** The stream that is captured now, silent or not. */
  readonly stream: () => MediaStream | null;
  readonly track: () => MediaStreamTrack | null;
  /** Opens the source, or gives the track that is open. Callers at the same time share one request. */
  open(): Promise<MediaStreamTrack>;
  /** Silences the source without giving up the device. Only sensible for a microphone. */
  rest(): void;
  /** Ends the source, and an attempt to open it: the track of a permission given too late stops at once. */
  stop(): void;
  /** Puts another stream in place of the open one, as silent as the former. Turned off in the meantime, it stays off. */
  replace(request: () => Promise<MediaStream>): Promise<void>;
}

interface Opening {
  readonly promise: Promise<MediaStreamTrack>;
  cancel(): void;
}

interface Live {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  forget(): void;
}

/** The tracks of a stream that belong to a source: one question may have brought the other input's track along. */
const tracksOf = (source: CaptureSource, stream: MediaStream): readonly MediaStreamTrack[] => {
  if (source === 'screen') return stream.getTracks();
  return source === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks();
};

/** See {@link Capture}. */
export function createCapture({ source, acquire, report, lost, blame, interrupted }: CaptureOptions): Capture {
  let live: Live | null = null;
  let opening: Opening | null = null;

  const stopStream = (stream: MediaStream) => {
    for (const track of tracksOf(source, stream)) track.stop();
  };
  const statusOf = ({ enabled, muted }: MediaStreamTrack): SourceState =>
    muted ? { status: 'interrupted' } : { status: enabled ? 'on' : 'resting' };

  const adopt = (stream: MediaStream): MediaStreamTrack => {
    const [track] = tracksOf(source, stream);
    if (track === undefined || track.readyState === 'ended') {
      stopStream(stream);
      throw new RoomError('device-lost');
    }
    // Before any vendor's code sees it: "Zylphia's headset", the title of a shared window.
    for (const each of tracksOf(source, stream))
      Object.defineProperty(each, 'label', { value: '', configurable: true });
    const onEnded = () => {
      live?.forget();
      live = null;
      // The browser's own bar ends a screen share: that is a person's choice and no failure.
      report(
        source === 'screen' ? { status: 'off' } : { status: 'failed', error: blame() ?? new RoomError('device-lost') },
      );
      lost();
    };
    const onMute = () => {
      // Somebody who took a phone call must not be heard here when they hang up, unless they say so.
      if (source === 'microphone') track.enabled = false;
      report(statusOf(track));
      interrupted();
    };
    const onUnmute = () => {
      report(statusOf(track));
    };
    track.addEventListener('ended', onEnded);
    if (source !== 'screen') {
      track.addEventListener('mute', onMute);
      track.addEventListener('unmute', onUnmute);
    }
    live = {
      stream,
      track,
      forget: () => {
        track.removeEventListener('ended', onEnded);
        track.removeEventListener('mute', onMute);
        track.removeEventListener('unmute', onUnmute);
      },
    };
    return track;
  };

  const drop = () => {
    if (live === null) return;
    live.forget();
    stopStream(live.stream);
    live = null;
  };

  const begin = (): Opening => {
    let resolve: (track: MediaStreamTrack) => void = () => undefined;
    let reject: (error: RoomError) => void = () => undefined;
    const promise = new Promise<MediaStreamTrack>((onResolve, onReject) => {
      resolve = onResolve;
      reject = onReject;
    });
    const attempt: Opening = {
      promise,
      cancel: () => {
        reject(new RoomError('cancelled'));
      },
    };
    const fail = (thrown: unknown) => {
      const error = deviceError(thrown, source);
      // Somebody who closed the browser's question wanted nothing, and nothing failed.
      report(error.code === 'cancelled' ? { status: 'off' } : { status: 'failed', error });
      reject(error);
    };
    const settle = async () => {
      try {
        const stream = await acquire();
        if (opening !== attempt) {
          stopStream(stream);
          return;
        }
        const track = adopt(stream);
        opening = null;
        report(source === 'screen' ? { status: 'on' } : statusOf(track));
        resolve(track);
      } catch (thrown) {
        if (opening !== attempt) return;
        opening = null;
        fail(thrown);
      }
    };
    opening = attempt;
    report({ status: 'opening' });
    void settle();
    return attempt;
  };

  return {
    stream: () => live?.stream ?? null,
    track: () => live?.track ?? null,
    open: () => {
      if (opening !== null) return opening.promise;
      if (live?.track.readyState === 'live') {
        if (!live.track.enabled) {
          live.track.enabled = true;
          report(statusOf(live.track));
        }
        return Promise.resolve(live.track);
      }
      drop();
      return begin().promise;
    },
    rest: () => {
      if (live?.track.readyState !== 'live' || !live.track.enabled) return;
      live.track.enabled = false;
      report(statusOf(live.track));
    },
    stop: () => {
      const wasOpening = opening;
      const wasLive = live;
      opening = null;
      drop();
      if (wasOpening !== null || wasLive !== null) report({ status: 'off' });
      wasOpening?.cancel();
    },
    replace: async (request) => {
      const former = live;
      const stream = await request();
      if (former === null || live !== former) {
        stopStream(stream);
        return;
      }
      const { enabled } = former.track;
      drop();
      const track = adopt(stream);
      track.enabled = enabled;
      report(statusOf(track));
    },
  };
}
