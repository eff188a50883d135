import type { Environment } from '../contract/environment.ts';
import type { CaptureSource, DeviceKind } from '../contract/room-action.ts';
import { RoomError } from '../contract/room-error.ts';
import { deviceConstraints, screenConstraints } from './capture-constraints.ts';
import { createCapture, type Capture } from './capture.ts';
import { closedThePicker, deviceError } from './device-error.ts';
import { createDeviceWatch, sortDevices, stillThere } from './device-list.ts';
import type { EffectDesk } from './effect-desk.ts';
import { createInputRequests, type Input } from './input-requests.ts';
import { createLevelMeter } from './level-meter.ts';
import type { MediaEffect } from './media-effect.ts';
import { createMediaStore, noDevices } from './media-store.ts';
import { preview } from './preview.ts';
import { createSpeaker } from './speaker.ts';
import type { MediaState, VisitMedia } from './visit-media.ts';

const inputs: readonly Input[] = ['microphone', 'camera'];
const sources: readonly CaptureSource[] = ['microphone', 'camera', 'screen'];
const surfaces = ['monitor', 'window', 'browser'] as const;

const surfaceOf = (track: MediaStreamTrack | undefined): MediaState['sharedSurface'] =>
  surfaces.find((surface) => surface === track?.getSettings().displaySurface) ?? 'unknown';

/** Takes a listener that may be given more than once; the answer takes that one away again. */
const listenIn = <Value>(listeners: Set<(value: Value) => void>, listener: (value: Value) => void) => {
  const own = (value: Value) => {
    listener(value);
  };
  listeners.add(own);
  return () => {
    listeners.delete(own);
  };
};

/**
 * The devices of this page. Creating it does nothing: no permission is asked and no device is listed before a source
 * is prepared or opened.
 * @param effects what can be turned on with `setEffect`
 */
export function createVisitMedia(environment: Environment, effects: readonly MediaEffect[] = []): VisitMedia {
  const { clock, mediaDevices, page } = environment;
  const store = createMediaStore(effects);
  const meter = createLevelMeter(environment);
  const speaker = createSpeaker(environment);
  const endListeners = new Set<(source: CaptureSource) => void>();
  const replacedListeners = new Set<(source: Input) => void>();
  /** Nothing passes through effects before somebody turns one on. */
  let desk: Promise<EffectDesk> | null = null;
  let openDesk: EffectDesk | null = null;

  const available = (): MediaDevices => {
    if (mediaDevices !== undefined) return mediaDevices;
    throw new RoomError(page.secure ? 'not-supported' : 'insecure-page');
  };
  const dressed = async (source: Input, stream: MediaStream): Promise<MediaStream> => {
    if (desk === null) return stream;
    const open = await desk.catch(() => null);
    if (open !== null) return await open.dress(source, stream);
    if (source === 'microphone') return stream;
    for (const track of stream.getVideoTracks()) track.stop();
    throw new RoomError('device-unblurred');
  };
  const acquireInput = async (source: Input, deviceId: string | null) =>
    dressed(source, await available().getUserMedia(deviceConstraints(source, deviceId)));
  const requestInput = createInputRequests(async (question) => await available().getUserMedia(question));
  const acquireScreen = async () => {
    const devices: Partial<MediaDevices> = available();
    if (devices.getDisplayMedia === undefined) throw new RoomError('screen-share-unsupported');
    const asked = clock.now();
    try {
      return await available().getDisplayMedia(screenConstraints);
    } catch (error) {
      throw closedThePicker(error, clock.now() - asked) ? new RoomError('cancelled', { cause: error }) : error;
    }
  };

  const tellEnded = (source: CaptureSource) => {
    for (const listener of [...endListeners]) listener(source);
  };

  const capture = (source: CaptureSource): Capture => {
    const made = createCapture({
      source,
      acquire: async () =>
        source === 'screen'
          ? acquireScreen()
          : dressed(source, await requestInput(source, store.get().selected[source])),
      report: (state) => {
        if (source === 'microphone') meter.follow(heard(made));
        if (source !== 'screen' && state.status === 'off') openDesk?.closed(source);
        if (source === 'screen')
          store.setSharedSurface(state.status === 'on' ? surfaceOf(made.track() ?? undefined) : null);
        // The first permission brings the labels of the devices.
        const opened = state.status === 'on' || state.status === 'interrupted';
        if (source !== 'screen' && store.get()[source].status === 'opening' && opened) watch.start();
        store.setSource(source, state);
      },
      blame: () => (source === 'screen' ? undefined : openDesk?.blame(source)),
      lost: () => {
        // Joining later must not start by itself what stopped by itself.
        if (source !== 'screen') store.setWanted(source, false);
        tellEnded(source);
      },
      interrupted: () => {
        if (source === 'microphone') store.setWanted(source, false);
        tellEnded(source);
      },
    });
    return made;
  };
  const captures: Readonly<Record<CaptureSource, Capture>> = {
    microphone: capture('microphone'),
    camera: capture('camera'),
    screen: capture('screen'),
  };

  const breakOff = (input: Input) => {
    const track = captures[input].track();
    track?.stop();
    // Stopping is silent; everybody who was lent the track must hear of it as of any other loss.
    track?.dispatchEvent(new Event('ended'));
  };

  const watch = createDeviceWatch(mediaDevices, (found) => {
    store.setDevices(sortDevices(found));
    for (const input of inputs) {
      const track = captures[input].track();
      if (track?.readyState === 'live' && !stillThere(track, found)) breakOff(input);
    }
  });

  /** What the microphone itself hears, whatever is made of it: a quiet room is no silence. */
  const heard = (microphone: Capture): MediaStream | null => {
    const stream = microphone.stream();
    if (stream === null || openDesk === null) return stream;
    const bare = openDesk.bare(stream);
    for (const track of bare.getAudioTracks()) track.enabled = microphone.track()?.enabled ?? false;
    return bare;
  };

  const loadDesk = () =>
    import('./effect-desk.ts').then(({ createEffectDesk }) => {
      openDesk = createEffectDesk({
        effects,
        store,
        captures,
        breakOff,
        replaced: (source) => {
          for (const listener of [...replacedListeners]) listener(source);
        },
      });
      return openDesk;
    });

  /** Phones open one camera at a time: the former makes room, and comes back if the new one fails. */
  const moveInTurn = async (input: Input, deviceId: string) => {
    const former = store.get().selected[input];
    captures[input].track()?.stop();
    try {
      await captures[input].replace(() => acquireInput(input, deviceId));
    } catch (error) {
      try {
        await captures[input].replace(() => acquireInput(input, former));
      } catch {
        captures[input].stop();
      }
      throw error;
    }
  };

  const move = async (input: Input, deviceId: string) => {
    const before = captures[input].track();
    if (before === null) return;
    try {
      await captures[input].replace(() => acquireInput(input, deviceId));
    } catch (error) {
      const known = deviceError(error, input);
      if (known.code !== 'device-busy' || captures[input].track() !== before) throw known;
      await moveInTurn(input, deviceId);
    }
  };

  /** What is being put on or taken off comes first. */
  const lend = (source: CaptureSource): Promise<MediaStreamTrack> =>
    desk === null || source === 'screen'
      ? captures[source].open()
      : desk
          .then(
            (open) => open.settled(source),
            () => undefined,
          )
          .then(() => captures[source].open());

  const demandListed = (kind: DeviceKind, deviceId: string) => {
    const listed = store.get().devices[kind];
    if (listed.length > 0 && !listed.some(({ id }) => id === deviceId)) throw new RoomError('device-missing');
  };

  return {
    state: { get: store.get, subscribe: store.subscribe },
    get wanted() {
      return store.get().wanted;
    },
    open: lend,
    release: (source) => {
      if (source === 'microphone' && captures.microphone.track() !== null) captures.microphone.rest();
      else captures[source].stop();
    },
    prepare: async (source) => {
      store.setWanted(source, true);
      try {
        await lend(source);
      } catch {
        // The state says why. What does not open is not sent either.
        store.setWanted(source, false);
      }
    },
    want: store.setWanted,
    decline: (source) => {
      store.setWanted(source, false);
      captures[source].stop();
      store.setSource(source, { status: 'off' });
    },
    select: async (kind, deviceId) => {
      demandListed(kind, deviceId);
      try {
        if (kind === 'speaker') await speaker.select(deviceId);
        else {
          await openDesk?.settled(kind);
          await move(kind, deviceId);
        }
      } catch (error) {
        throw deviceError(error, kind);
      }
      store.setSelected(kind, deviceId);
    },
    setEffect: async (name, on) => {
      const effect = effects.find((one) => one.name === name);
      if (effect === undefined) return;
      const picture = captures.camera.track();
      // From here on no picture leaves without it: those to whom this one is lent send black.
      if (on && effect.source === 'camera' && picture !== null && store.get().effects[name]?.status === 'off')
        picture.enabled = false;
      const before = store.get().effects[name];
      if (before?.status === 'failed' && openDesk === null) desk = null;
      try {
        await (await (desk ??= loadDesk())).set(effect, on);
      } catch (cause) {
        // Its code did not come: a camera whose blur was asked for stays dark.
        store.setEffect(name, on ? { status: 'failed', cause } : { status: 'off' });
        if (store.get().effects.blur?.status !== 'failed') desk = null;
        else breakOff('camera');
      }
    },
    preview: (source, element) => preview(element, captures[source].stream, store.subscribe),
    onLevel: meter.onLevel,
    testSpeaker: () => speaker.play('test'),
    chime: () => speaker.play('knock'),
    routeToSpeaker: speaker.route,
    onEnded: (listener) => listenIn(endListeners, listener),
    onReplaced: (listener) => listenIn(replacedListeners, listener),
    close: () => {
      watch.stop();
      for (const source of sources) {
        captures[source].stop();
        store.setSource(source, { status: 'off' });
      }
      meter.close();
      speaker.close();
      store.setDevices(noDevices);
    },
  };
}
