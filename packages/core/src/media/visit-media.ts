import type { CaptureSource, DeviceKind } from '../contract/room-action.ts';
import type { MediaSource } from '../contract/room-adapter.ts';
import type { RoomError } from '../contract/room-error.ts';
import type { Readable } from '../visit/readable.ts';
import type { EffectName, EffectState } from './media-effect.ts';

/** A device a person can choose. Its label stays on this page: device names ("Zylphia's AirPods") are personal. */
export interface Device {
  readonly id: string;
  readonly label: string;
}

/** One source on this device. */
export type SourceState =
  | { readonly status: 'off' }
  | { readonly status: 'opening' }
  /** Capturing: the camera's light is on. */
  | { readonly status: 'on' }
  /** Open but silenced (only the microphone). */
  | { readonly status: 'resting' }
  /**
   * Open, but the system gives nothing: a phone call, a privacy switch, a closed lid, another page. A camera goes on by
   * itself when that is over; a microphone rests until it is asked for again.
   */
  | { readonly status: 'interrupted' }
  | { readonly status: 'failed'; readonly error: RoomError };

/** The devices of this page. */
export interface MediaState {
  readonly microphone: SourceState;
  readonly camera: SourceState;
  readonly screen: SourceState;
  readonly devices: Readonly<Record<DeviceKind, readonly Device[]>>;
  /** The chosen device's id, null for the system's default. */
  readonly selected: Readonly<Record<DeviceKind, string | null>>;
  /** What the person wants to send when they join. */
  readonly wanted: { readonly microphone: boolean; readonly camera: boolean };
  /** What kind of surface is shared, where the browser says: a monitor can show the roster to others. */
  readonly sharedSurface: 'monitor' | 'window' | 'browser' | 'unknown' | null;
  /** The effects the host has given this visit; what is not here cannot be turned on. */
  readonly effects: Readonly<Partial<Record<EffectName, EffectState>>>;
}

/** The devices of this page: for the readiness check before the visit, and lent to the adapter during it. */
export interface VisitMedia extends MediaSource {
  readonly state: Readable<MediaState>;
  /**
   * Turns a source on for the readiness check and marks it wanted. Never throws: a failure is in the state. Both
   * sources in the same breath are one question of the browser, and one that fails does not take the other along.
   */
  prepare(source: 'microphone' | 'camera'): Promise<void>;
  /** Marks a source wanted or not without touching the device: what was last chosen is what the next join sends. */
  want(source: 'microphone' | 'camera', wanted: boolean): void;
  /** Turns a source off and marks it not wanted. */
  decline(source: 'microphone' | 'camera'): void;
  /** Chooses a device; an open source moves to it. @throws RoomError `device-*`, with the former device still chosen. */
  select(kind: DeviceKind, deviceId: string): Promise<void>;
  /**
   * Turns an effect on or off, now and for whatever is opened from now on. Never throws: a failure is in the state. From
   * the moment blur is turned on no picture leaves without it, until it is turned off.
   */
  setEffect(name: EffectName, on: boolean): Promise<void>;
  /** Shows this page's own camera or screen in an element until the returned function is called. Always muted. */
  preview(source: 'camera' | 'screen', element: HTMLMediaElement): () => void;
  /** This page's own microphone level, 0 to 1, ten times a second while somebody listens. */
  onLevel(listener: (level: number) => void): () => void;
  /** Plays a short tone through the chosen speaker. */
  testSpeaker(): Promise<void>;
  /**
   * Plays a soft sound through the chosen speaker, for somebody who knocks. @throws RoomError where the page may make no
   * sound yet, as before anybody pressed anything in it.
   */
  chime(): Promise<void>;
  /** Routes an element's sound to the chosen speaker, now and when the choice changes. */
  routeToSpeaker(element: HTMLMediaElement): () => void;
  /** Calls when a source stopped, or was held back by the system, without being asked to. */
  onEnded(listener: (source: CaptureSource) => void): () => void;
  /** Calls when an open source goes on with another track: whoever sends it opens it again. */
  onReplaced(listener: (source: 'microphone' | 'camera') => void): () => void;
  /** Stops every track and forgets the devices. The choice of devices stays until the page goes. */
  close(): void;
}
