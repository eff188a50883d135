import { RoomError } from '../contract/room-error.ts';
import type { Capture } from './capture.ts';
import type { Input } from './input-requests.ts';
import type { MediaEffect } from './media-effect.ts';
import type { MediaStore } from './media-store.ts';
import { standFor } from './pass-through.ts';

/** What the desk needs of the devices. */
export interface EffectDeskOptions {
  readonly effects: readonly MediaEffect[];
  readonly store: MediaStore;
  readonly captures: Readonly<Record<Input, Capture>>;
  /** Ends an open source as its device would. */
  readonly breakOff: (source: Input) => void;
  /** An open source goes on with another track. */
  readonly replaced: (source: Input) => void;
}

/** Where what is captured passes through effects. There is none, and none of its code, until somebody turns one on. */
export interface EffectDesk {
  /** What may be lent of a stream that the browser gave: the stream itself, or what its effect made of it. */
  dress(source: Input, stream: MediaStream): Promise<MediaStream>;
  /** The stream as the device gave it. */
  bare(stream: MediaStream): MediaStream;
  set(effect: MediaEffect, on: boolean): Promise<void>;
  /** Resolves once no effect is being put on or taken off an open source. Never rejects. */
  settled(source: Input): Promise<void>;
  /** The source was turned off: what was being started for it ends. */
  closed(source: Input): void;
  /** Why an effect ended the source, if one did. */
  blame(source: Input): RoomError | undefined;
}

const trackOf = (source: Input, stream: MediaStream): MediaStreamTrack | undefined =>
  source === 'camera' ? stream.getVideoTracks()[0] : stream.getAudioTracks()[0];

/** A copy of one source's track. The original may be stopped; the device goes on until the copy is. */
const copyOf = (source: Input, stream: MediaStream): MediaStream => {
  const copy = stream.clone();
  const others = source === 'camera' ? copy.getAudioTracks() : copy.getVideoTracks();
  for (const other of others) other.stop();
  // A copy is as dark as what it was made of.
  const own = trackOf(source, copy);
  if (own !== undefined) own.enabled = true;
  return copy;
};

/** See {@link EffectDesk}. */
export function createEffectDesk({ effects, store, captures, breakOff, replaced }: EffectDeskOptions): EffectDesk {
  const chosen = new Set<MediaEffect>();
  const bareStreams = new WeakMap<MediaStream, MediaStream>();
  const starting = new Map<Input, AbortController>();
  const blamed = new Map<Input, RoomError>();
  const turns = new Map<Input, Promise<void>>();
  const bare = (stream: MediaStream) => bareStreams.get(stream) ?? stream;
  const chosenFor = (source: Input) => effects.find((effect) => effect.source === source && chosen.has(effect));

  const failed = (effect: MediaEffect, cause: unknown) => {
    store.setEffect(effect.name, { status: 'failed', cause });
    if (effect.source === 'camera') blamed.set('camera', new RoomError('device-unblurred', { cause }));
    else chosen.delete(effect);
  };

  /** Puts another stream in the place of the open one, from the same device. */
  const swap = async (source: Input, make: (copy: MediaStream) => Promise<MediaStream>) => {
    const stream = captures[source].stream();
    if (stream === null) return;
    await captures[source].replace(() => make(copyOf(source, bare(stream))));
    replaced(source);
  };

  const dress: EffectDesk['dress'] = async (source, stream) => {
    const effect = chosenFor(source);
    const device = trackOf(source, stream);
    if (effect === undefined || device === undefined) return stream;
    starting.get(source)?.abort();
    const attempt = new AbortController();
    const { signal } = attempt;
    starting.set(source, attempt);
    blamed.delete(source);
    store.setEffect(effect.name, { status: 'starting' });
    let ended = false;
    const report = {
      slow: (slow: boolean) => {
        if (!ended) store.setEffect(effect.name, { status: slow ? 'too-slow' : 'on' });
      },
      failed: (cause: unknown) => {
        if (ended) return;
        failed(effect, cause);
        if (source === 'camera') breakOff(source);
        else void swap(source, (copy) => Promise.resolve(copy));
      },
    };
    try {
      const applied = await effect.apply(device, report, signal);
      const lent = standFor(device, {
        stream: applied.stream,
        stop: () => {
          ended = true;
          applied.stop();
          if (store.get().effects[effect.name]?.status === 'too-slow') store.setEffect(effect.name, { status: 'on' });
        },
      });
      bareStreams.set(lent, stream);
      store.setEffect(effect.name, { status: 'on' });
      return lent;
    } catch (cause) {
      ended = true;
      // Turned off while it started: what there is goes on as it is.
      if (!chosen.has(effect)) return stream;
      if (signal.aborted) {
        store.setEffect(effect.name, { status: 'on' });
        device.stop();
        throw new RoomError('cancelled', { cause });
      }
      failed(effect, cause);
      if (source === 'microphone') return stream;
      device.stop();
      throw new RoomError('device-unblurred', { cause });
    } finally {
      if (starting.get(source) === attempt) starting.delete(source);
    }
  };

  const putOn = async (effect: MediaEffect) => {
    const { source, name } = effect;
    const track = captures[source].track();
    if (track === null) {
      // What is being opened passes here before anybody gets it.
      store.setEffect(name, { status: starting.has(source) ? 'starting' : 'on' });
      return;
    }
    try {
      await swap(source, (copy) => dress(source, copy));
    } catch {
      if (captures[source].track() === track) breakOff(source);
    }
    const next = captures[source].track();
    if (source === 'camera' && next !== null && next !== track) next.enabled = true;
  };

  const takeOff = async (effect: MediaEffect) => {
    const { source, name } = effect;
    blamed.delete(source);
    store.setEffect(name, { status: 'off' });
    const stream = captures[source].stream();
    if (stream === null || bare(stream) === stream) return;
    await swap(source, (copy) => Promise.resolve(copy));
  };

  const settled = (source: Input) => turns.get(source) ?? Promise.resolve();

  return {
    dress,
    bare,
    settled,
    set: (effect, on) => {
      const { source } = effect;
      if (on) chosen.add(effect);
      else {
        chosen.delete(effect);
        starting.get(source)?.abort();
      }
      const turn = settled(source)
        .then(async () => {
          if (chosen.has(effect) === on) await (on ? putOn(effect) : takeOff(effect));
        })
        .catch(() => undefined);
      turns.set(source, turn);
      return turn;
    },
    closed: (source) => {
      starting.get(source)?.abort();
    },
    blame: (source) => blamed.get(source),
  };
}
