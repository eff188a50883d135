import type { AppliedEffect, EffectReport } from '@quietroom/core';
import { EffectError } from '../effect-error.ts';
import { blurFiles } from '../files/file-lists.ts';
import { findFiles } from '../files/served-files.ts';
import { openFrameStreams } from './frame-streams.ts';
import { openPictures } from './pictures.ts';

/** What the worker says. */
type FromWorker =
  | { readonly type: 'alive' }
  /** A composed picture went out over the streams. */
  | { readonly type: 'shown' }
  | { readonly type: 'next' }
  | { readonly type: 'picture'; readonly picture: ImageBitmap }
  | { readonly type: 'slow'; readonly slow: boolean }
  | { readonly type: 'failed'; readonly message: string };

/** The model is 6 MB, and the first picture takes seconds without a graphics card. */
const startWithin = 45_000;
/** A worker that says nothing this long, in rounds of two seconds that this page was awake, hangs. */
const silentRounds = 8;

/** Begins to blur a track; resolves when the first blurred picture is there. @throws EffectError */
export async function applyBlur(
  assets: string,
  track: MediaStreamTrack,
  report: EffectReport,
  signal: AbortSignal,
): Promise<AppliedEffect> {
  if (typeof OffscreenCanvas === 'undefined') throw new EffectError('not-supported');
  const address = await findFiles(assets, blurFiles, signal);
  const worker = new Worker(address('blur-worker.js'));
  const streams = openFrameStreams(track);
  const pictures = streams === null ? openPictures(track) : null;
  let silence = 0;
  let started: (() => void) | null = null;
  let broken: (cause: EffectError) => void = () => undefined;

  const rounds = setInterval(() => {
    silence += 1;
    if (silence >= silentRounds && started === null) broken(new EffectError('stopped'));
  }, 2_000);
  const stop = () => {
    clearInterval(rounds);
    worker.terminate();
    streams?.made.stop();
    pictures?.close();
  };

  const first = new Promise<void>((resolve, reject) => {
    started = resolve;
    broken = reject;
  });
  const show = () => {
    started?.();
    started = null;
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    silence = 0;
    switch (data.type) {
      case 'alive':
        return;
      case 'shown':
        show();
        return;
      case 'next':
        void pictures?.take().then((bitmap) => {
          worker.postMessage({ type: 'frame', bitmap }, bitmap === null ? [] : [bitmap]);
        });
        return;
      case 'picture':
        pictures?.show(data.picture);
        show();
        return;
      case 'slow':
        report.slow(data.slow);
        return;
      case 'failed':
        broken(new EffectError('stopped', { cause: data.message }));
    }
  };
  worker.onerror = (event) => {
    // It is told as the effect's failure; the browser need not print it too.
    event.preventDefault();
    broken(new EffectError('stopped', { cause: event.message }));
  };
  const late = setTimeout(() => {
    broken(new EffectError('not-started'));
  }, startWithin);
  const onAbort = () => {
    broken(new EffectError('not-started', { cause: signal.reason }));
  };
  signal.addEventListener('abort', onAbort);

  try {
    if (streams === null) worker.postMessage({ type: 'start', streams: null });
    else {
      const { readable, writable } = streams;
      worker.postMessage({ type: 'start', streams: { readable, writable } }, [readable, writable]);
    }
    await first;
    const made = streams?.made ?? pictures?.made();
    if (made === undefined) throw new EffectError('not-supported');
    broken = (cause) => {
      stop();
      report.failed(cause);
    };
    return { stream: new MediaStream([made]), stop };
  } catch (error) {
    stop();
    throw error;
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', onAbort);
  }
}
