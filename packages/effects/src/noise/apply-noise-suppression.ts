import type { AppliedEffect, EffectReport } from '@quietroom/core';
import { EffectError } from '../effect-error.ts';
import { noiseFiles } from '../files/file-lists.ts';
import { findFiles } from '../files/served-files.ts';

/** What RNNoise was trained on; the vendor's worklet takes nothing else. */
const sampleRate = 48_000;
const processor = '@sapphi-red/web-noise-suppressor/rnnoise';
const startWithin = 15_000;
const backWithin = 3_000;

const within = async <Value>(milliseconds: number, signal: AbortSignal, wait: Promise<Value>): Promise<Value> => {
  let stop: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    const end = () => {
      reject(new EffectError('not-started', { cause: signal.reason }));
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    };
  });
  try {
    return await Promise.race([wait, late]);
  } finally {
    stop();
  }
};

/** The worklet says nothing when its code has come, and is silent until then: a tone shows that sound passes. */
const passesSound = async (context: AudioContext, node: AudioNode, signal: AbortSignal): Promise<void> => {
  const tone = new OscillatorNode(context, { frequency: 180, type: 'sawtooth' });
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const samples = new Float32Array(analyser.fftSize);
  tone.connect(node).connect(analyser);
  tone.start();
  try {
    await within(
      startWithin,
      signal,
      new Promise<void>((resolve) => {
        const listen = () => {
          analyser.getFloatTimeDomainData(samples);
          if (samples.some((sample) => sample !== 0)) resolve();
          else if (context.state !== 'closed') setTimeout(listen, 20);
        };
        listen();
      }),
    );
  } finally {
    tone.stop();
    tone.disconnect();
    node.disconnect();
  }
};

/** Begins to clean a track; resolves when sound passes. @throws EffectError */
export async function applyNoiseSuppression(
  assets: string,
  track: MediaStreamTrack,
  report: EffectReport,
  signal: AbortSignal,
): Promise<AppliedEffect> {
  if (typeof AudioWorkletNode === 'undefined') throw new EffectError('not-supported');
  const address = await findFiles(assets, noiseFiles, signal);
  const context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
  let node: AudioWorkletNode | null = null;
  let stopWaiting: (() => void) | null = null;
  const stop = () => {
    stopWaiting?.();
    context.onstatechange = null;
    node?.port.postMessage('destroy');
    // Closed already: then there is nothing left to end.
    context.close().catch(() => undefined);
  };
  try {
    const [wasmBinary] = await within(
      startWithin,
      signal,
      Promise.all([
        fetch(address('rnnoise_simd.wasm')).then((answer) => answer.arrayBuffer()),
        context.audioWorklet.addModule(address('rnnoise-worklet.js')),
        context.resume(),
      ]),
    );
    const mono = { channelCount: 1, channelCountMode: 'explicit' } as const;
    node = new AudioWorkletNode(context, processor, {
      ...mono,
      outputChannelCount: [1],
      processorOptions: { maxChannels: 1, wasmBinary },
    });
    await passesSound(context, node, signal);
    const made = new MediaStreamAudioDestinationNode(context, mono);
    // Firefox refuses a microphone of another rate than the graph's.
    new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) }).connect(node).connect(made);

    const fail = (cause: unknown) => {
      stop();
      report.failed(new EffectError('stopped', { cause }));
    };
    node.onprocessorerror = fail;
    context.onstatechange = () => {
      stopWaiting?.();
      stopWaiting = null;
      if (context.state === 'running') return;
      // A phone call, for example. A graph that stands still would keep somebody silent who thinks they are heard.
      context.resume().catch(() => undefined);
      const timer = setTimeout(fail, backWithin, context.state);
      stopWaiting = () => {
        clearTimeout(timer);
      };
    };
    return { stream: made.stream, stop };
  } catch (error) {
    stop();
    throw error instanceof EffectError ? error : new EffectError('not-started', { cause: error });
  }
}
