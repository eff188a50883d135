import type { CaptureSource, DeviceKind } from '../contract/room-action.ts';
import type { Readable } from '../visit/readable.ts';
import { createStore } from '../visit/store.ts';
import type { EffectName, EffectState, MediaEffect } from './media-effect.ts';
import type { MediaState, SourceState } from './visit-media.ts';

/** The state of this page's devices, and the few ways in which it changes. */
export interface MediaStore extends Readable<MediaState> {
  setSource(source: CaptureSource, state: SourceState): void;
  setDevices(devices: MediaState['devices']): void;
  setSelected(kind: DeviceKind, deviceId: string): void;
  readonly setWanted: (source: 'microphone' | 'camera', wanted: boolean) => void;
  setSharedSurface(surface: MediaState['sharedSurface']): void;
  setEffect(name: EffectName, state: EffectState): void;
}

const off = { status: 'off' } as const;
/** No device is known: before the person's first action, and after the end. */
export const noDevices: MediaState['devices'] = { microphone: [], camera: [], speaker: [] };

const sameDevices = (one: MediaState['devices'], other: MediaState['devices']) =>
  JSON.stringify(one) === JSON.stringify(other);

/** See {@link MediaStore}. What did not change stays the same object, and nobody is told of it. */
export function createMediaStore(effects: readonly MediaEffect[] = []): MediaStore {
  const store = createStore<MediaState>({
    microphone: off,
    camera: off,
    screen: off,
    devices: noDevices,
    selected: { microphone: null, camera: null, speaker: null },
    // Nothing is sent that the person did not turn on.
    wanted: { microphone: false, camera: false },
    sharedSurface: null,
    effects: Object.fromEntries(effects.map(({ name }) => [name, off])),
  });
  const change = (part: Partial<MediaState>) => {
    store.set({ ...store.get(), ...part });
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    setSource: (source, state) => {
      if (state.status === 'off' && store.get()[source].status === 'off') return;
      change({ [source]: state });
    },
    setDevices: (devices) => {
      if (!sameDevices(store.get().devices, devices)) change({ devices });
    },
    setSelected: (kind, deviceId) => {
      const { selected } = store.get();
      if (selected[kind] !== deviceId) change({ selected: { ...selected, [kind]: deviceId } });
    },
    setWanted: (source, value) => {
      const { wanted } = store.get();
      if (wanted[source] !== value) change({ wanted: { ...wanted, [source]: value } });
    },
    setSharedSurface: (sharedSurface) => {
      if (store.get().sharedSurface !== sharedSurface) change({ sharedSurface });
    },
    setEffect: (name, state) => {
      const { effects: before } = store.get();
      if (before[name]?.status !== state.status) change({ effects: { ...before, [name]: state } });
    },
  };
}
