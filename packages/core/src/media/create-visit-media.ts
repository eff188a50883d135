import type { Environment } from '../contract/environment.ts';
import type { CaptureSource, DeviceKind } from '../contract/room-action.ts';
import { RoomError } from '../contract/room-error.ts';
import { deviceConstraints, screenConstraints } from './capture-constraints.ts';
import { createCapture, type Capture } from './capture.ts';
import { closedThePicker, deviceError } from './device-error.ts';
import { createDeviceWatch, sortDevices, stillThere } from './device-list.ts';
import { createInputRequests, type Input } from './input-requests.ts';
import { createLevelMeter } from './level-meter.ts';
import { createMediaStore, noDevices } from './media-store.ts';
import { preview } from './preview.ts';
import { createSpeaker } from './speaker.ts';
import type { MediaState, VisitMedia } from './visit-media.ts';

const inputs: readonly Input[] = ['microphone', 'camera'];
const sources: readonly CaptureSource[] = ['microphone', 'camera', 'screen'];
const surfaces = ['monitor', 'window', 'browser'] as const;

const surfaceOf = (track: MediaStreamTrack | undefined): MediaState['sharedSurface'] =>
  surfaces.find((surface) => surface === track?.getSettings().displaySurface) ?? 'unknown';

/**
 * The devices of this page. Creating it does nothing: no permission is asked and no device is listed before a source
 * is prepared or opened.
 */
export function createVisitMedia(environment: Environment): VisitMedia {
  const { clock, mediaDevices, page } = environment;
  const store = createMediaStore();
  const meter = createLevelMeter(environment);
  const speaker = createSpeaker(environment);
  const endListeners = new Set<(source: CaptureSource) => void>();

  const available = (): MediaDevices => {
    if (mediaDevices !== undefined) return mediaDevices;
    throw new RoomError(page.secure ? 'not-supported' : 'insecure-page');
  };
  const acquireInput = async (source: Input, deviceId: string | null) =>
    await available().getUserMedia(deviceConstraints(source, deviceId));
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
      acquire: () => (source === 'screen' ? acquireScreen() : requestInput(source, store.get().selected[source])),
      report: (state) => {
        if (source === 'microphone') meter.follow(made.stream());
        if (source === 'screen')
          store.setSharedSurface(state.status === 'on' ? surfaceOf(made.track() ?? undefined) : null);
        // The first permission brings the labels of the devices.
        const opened = state.status === 'on' || state.status === 'interrupted';
        if (source !== 'screen' && store.get()[source].status === 'opening' && opened) watch.start();
        store.setSource(source, state);
      },
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

  const watch = createDeviceWatch(mediaDevices, (found) => {
    store.setDevices(sortDevices(found));
    for (const input of inputs) {
      const track = captures[input].track();
      if (track?.readyState !== 'live' || stillThere(track, found)) continue;
      track.stop();
      // Stopping is silent; everybody who was lent the track must hear of it as of any other loss.
      track.dispatchEvent(new Event('ended'));
    }
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

  const demandListed = (kind: DeviceKind, deviceId: string) => {
    const listed = store.get().devices[kind];
    if (listed.length > 0 && !listed.some(({ id }) => id === deviceId)) throw new RoomError('device-missing');
  };

  return {
    state: { get: store.get, subscribe: store.subscribe },
    get wanted() {
      return store.get().wanted;
    },
    open: (source) => captures[source].open(),
    release: (source) => {
      if (source === 'microphone' && captures.microphone.track() !== null) captures.microphone.rest();
      else captures[source].stop();
    },
    prepare: async (source) => {
      store.setWanted(source, true);
      try {
        await captures[source].open();
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
        else await move(kind, deviceId);
      } catch (error) {
        throw deviceError(error, kind);
      }
      store.setSelected(kind, deviceId);
    },
    preview: (source, element) => preview(element, captures[source].stream, store.subscribe),
    onLevel: meter.onLevel,
    testSpeaker: speaker.test,
    routeToSpeaker: speaker.route,
    onEnded: (listener) => {
      const own = (source: CaptureSource) => {
        listener(source);
      };
      endListeners.add(own);
      return () => {
        endListeners.delete(own);
      };
    },
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
