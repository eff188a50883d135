import type { HMSReactiveStore } from '@100mslive/hms-video-store';
import type { Clock } from '@quietroom/core';
import { withoutAudioContext } from './idle-audio-context.ts';
import { call, isObject, partOf, replace } from './internals.ts';
import type { Placeholders } from './placeholders.ts';
import { quietSignal } from './quiet-signal.ts';
import { withoutWorkers } from './without-workers.ts';

/** Above every level of the vendor's analytics events: none is queued, sent or stored. */
const noAnalytics = 3;
/** The vendor's word for a track that was added. */
const trackAdded = 0;

/** The parts of one client that have no public name. */
export interface Internals {
  readonly sdk: object;
  readonly transport: object;
  /** Lets nothing of the client start or go on. What it still waits for is never settled. */
  readonly silence: () => void;
}

/** What a quiet client is given. */
export interface QuietOptions {
  readonly clock: Clock;
  readonly placeholders: Placeholders;
  /** A token for this moment, checked. */
  readonly token: () => Promise<string>;
}

const nothing = (): Promise<void> => Promise.resolve();
const never = (): Promise<never> => new Promise(() => undefined);

/** Keeps one of the client's own tracks from opening a device, measuring sound or listening to the page. */
const tame = (track: unknown, placeholders: Placeholders): void => {
  if (!isObject(track)) return;
  document.removeEventListener('visibilitychange', Reflect.get(track, 'handleVisibilityChange') as EventListener);
  if (Reflect.get(track, 'type') === 'audio') {
    replace(track, 'replaceTrackWith', () => nothing);
    replace(track, 'initAudioLevelMonitor', () => () => undefined);
  } else {
    const blank = (): Promise<MediaStreamTrack> => Promise.resolve(placeholders.picture());
    replace(track, 'replaceTrackWith', () => blank);
    replace(track, 'replaceTrackWithBlank', () => blank);
  }
  // What goes over its line is put there by us.
  replace(track, 'replaceSenderTrack', () => nothing);
};

const tameTracks = (sdk: object, placeholders: Placeholders, isSilent: () => boolean): void => {
  const manager = partOf(sdk, 'localTrackManager');
  replace(manager, 'getTracksToPublish', (plain) => async (settings) => {
    if (isSilent()) return never();
    const muted = { ...(isObject(settings) ? settings : {}), isAudioMuted: true, isVideoMuted: true };
    const tracks = await plain(muted);
    for (const track of Array.isArray(tracks) ? tracks : []) tame(track, placeholders);
    return tracks;
  });
  replace(
    manager,
    'createHMSLocalTracks',
    (plain) =>
      (...given) =>
        withoutWorkers(() => plain(...given)),
  );
  replace(manager, 'getEmptyTracks', () => (wanted) => [
    ...(isObject(wanted) && Reflect.get(wanted, 'audio') === 'empty' ? [placeholders.microphone()] : []),
    ...(isObject(wanted) && Reflect.get(wanted, 'video') === 'empty' ? [placeholders.picture()] : []),
  ]);
};

/** The client lists devices with their labels, follows what is plugged in, and moves to it. This page's devices are core's. */
const hideDevices = (sdk: object): void => {
  const devices = partOf(sdk, 'deviceManager');
  replace(devices, 'init', () => nothing);
  replace(devices, 'autoSelectAudioOutput', () => nothing);
  replace(sdk, 'initDeviceManagers', () => nothing);
};

/** The client plays everybody's sound in elements of its own. Ours are asked for one by one. */
const playNothing = (sdk: object): void => {
  call(partOf(sdk, 'audioSinkManager'), 'cleanup');
  call(partOf(partOf(sdk, 'eventBus'), 'audioTrackAdded'), 'subscribe', (added: unknown) => {
    const listener: unknown = Reflect.get(sdk, 'listener');
    if (!isObject(listener) || !isObject(added)) return;
    call(listener, 'onTrackUpdate', trackAdded, Reflect.get(added, 'track'), Reflect.get(added, 'peer'));
  });
};

/** Has the client ask for a token each time it goes to the vendor, not only the first time. */
const askAgain = (transport: object, token: () => Promise<string>): void => {
  let first = true;
  replace(transport, 'internalConnect', (plain) => async (given, ...rest) => {
    const fresh = first ? given : await token();
    first = false;
    return plain(fresh, ...rest);
  });
};

/**
 * Prepares a client that has done nothing yet: no analytics, no device, no sound of its own, no timer that outlives it.
 * Counts on the exact version this package pins. @throws InternalsMissing
 */
export const quietClient = (store: HMSReactiveStore, { clock, placeholders, token }: QuietOptions): Internals => {
  const sdk = partOf(store, 'sdk');
  // Makes its parts, which it would otherwise make while it is already on its way.
  call(sdk, 'initStoreAndManagers', {});
  const transport = partOf(sdk, 'transport');
  Reflect.set(partOf(sdk, 'analyticsEventsService'), 'level', noAnalytics);
  withoutAudioContext(() => call(partOf(sdk, 'audioSinkManager'), 'unblockAutoplay'));
  replace(transport, 'initStatsAnalytics', () => () => undefined);
  hideDevices(sdk);
  let silent = false;
  tameTracks(sdk, placeholders, () => silent);
  playNothing(sdk);
  askAgain(transport, token);
  const stopSignal = quietSignal(partOf(transport, 'signal'), clock);

  return {
    sdk,
    transport,
    silence: () => {
      silent = true;
      stopSignal();
      // A line that was being made when the person left is put on nobody.
      replace(sdk, 'setLocalPeerTrack', () => never);
      replace(partOf(transport, 'retryScheduler'), 'schedule', () => never);
      const state = partOf(sdk, 'sdkState');
      // Leaving would wait for ever for what is under way.
      Reflect.set(state, 'isPreviewInProgress', false);
      Reflect.set(state, 'isJoinInProgress', false);
    },
  };
};
