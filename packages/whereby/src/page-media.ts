import type { LocalMediaClient } from '@whereby.com/core';
import type { RtcManager } from '@whereby.com/media';
import { publishWanted, RoomError, type CaptureSource, type MediaSource, type Sending } from '@quietroom/core';
import { directConnections } from './direct-connections.ts';
import { createPlaceholders, type Placeholders } from './placeholders.ts';
import { hideLabel } from './quiet-label.ts';

/** What this page's media needs of the vendor's client. */
export interface PageMediaOptions {
  readonly media: MediaSource;
  readonly localMedia: LocalMediaClient;
  readonly sound: AudioContext;
  /** What carries tracks; null while the room is not joined. */
  readonly rtcManager: () => RtcManager | null;
  /** Something was started or stopped: time to read again what is being sent. */
  readonly changed: () => void;
  /** A source stopped without being asked to. */
  readonly ended: (source: CaptureSource) => void;
}

interface Held {
  readonly track: MediaStreamTrack;
  readonly forget: () => void;
}

const sources = ['microphone', 'camera', 'screen'] as const;

/**
 * What this page sends, handed to the vendor's client as a stream of ours: the client never opens a device. Everything
 * starts and stops here.
 */
export class PageMedia {
  readonly #options: PageMediaOptions;
  readonly #placeholders: Placeholders;
  /** The vendor's client keeps this object for the whole visit; what it carries changes. */
  readonly #stream: MediaStream;
  readonly #held = new Map<CaptureSource, Held>();
  /** Counts what was asked of each source: whatever took too long finds itself overtaken. */
  readonly #turns: Record<CaptureSource, number> = { microphone: 0, camera: 0, screen: 0 };
  #screen: MediaStream | null = null;
  /** The microphone that was turned off and still sits, silent, on its line. */
  #silent: MediaStreamTrack | null = null;

  constructor(options: PageMediaOptions) {
    this.#options = options;
    this.#placeholders = createPlaceholders(options.sound);
    this.#stream = new MediaStream([this.#placeholders.microphone, this.#placeholders.camera]);
    // The client would take this as a reason to add a track, and so to negotiate. Tracks are put in place here.
    this.#stream.addEventListener('stopresumevideo', (event) => {
      event.stopImmediatePropagation();
    });
  }

  /**
   * Hands the stream over; nothing is sent yet.
   * @param hotPlugListener gives what the client then listens for new devices with
   */
  async handOver(hotPlugListener: () => (() => void) | undefined): Promise<void> {
    await this.#options.localMedia.startMedia(this.#stream);
    // The client would switch to whatever is plugged in next. In a clinic that is another room's headset.
    const listener = hotPlugListener();
    if (listener !== undefined) navigator.mediaDevices.removeEventListener('devicechange', listener);
  }

  /** Sends what the person chose in the readiness check. */
  publish(): Promise<void> {
    return publishWanted(this.#options.media.wanted, (source) => this.start(source));
  }

  /** Opens a source and sends it; asked again, sends what it is now. @throws RoomError `device-*`, `screen-share-*` */
  async start(source: CaptureSource): Promise<void> {
    const { media } = this.#options;
    const turn = ++this.#turns[source];
    const track = await media.open(source);
    if (turn !== this.#turns[source]) {
      if (!this.isOn(source)) media.release(source);
      throw new RoomError('cancelled');
    }
    const before = this.#held.get(source);
    if (before?.track !== track) {
      before?.forget();
      this.#hold(source, track);
    }
    if (source === 'screen') this.#showScreen(track);
    else this.#putInPlace(source, before?.track ?? this.#placeholders[source], track);
    this.#signal(source, true);
    this.#options.changed();
  }

  /** Stops sending a source, at once. */
  stop(source: CaptureSource): void {
    this.#turns[source] += 1;
    const held = this.#held.get(source);
    this.#held.delete(source);
    held?.forget();
    if (held !== undefined) {
      this.#signal(source, false);
      if (source === 'screen') this.#hideScreen();
      // A silent microphone stays on its line, so that speaking again is at once.
      else if (source === 'camera') this.#putInPlace(source, held.track, this.#placeholders.camera);
      else this.#silent = held.track;
    }
    this.#options.media.release(source);
    this.#options.changed();
  }

  /** Whether a source was started and not stopped, alive or not. */
  isOn(source: CaptureSource): boolean {
    return this.#held.has(source);
  }

  /** What leaves this device now, read from the tracks. */
  sending(): Sending {
    const one = (source: CaptureSource): boolean => {
      const track = this.#held.get(source)?.track;
      return track?.readyState === 'live' && track.enabled;
    };
    return { microphone: one('microphone'), camera: one('camera'), screen: one('screen') };
  }

  /**
   * Puts on every direct connection what belongs there. The client keeps a change back while a connection is being
   * made, and forgets it when it comes between the moment packets can flow and the moment they are encrypted.
   */
  settle(): void {
    const screen = this.#screen?.getTracks()[0];
    for (const connection of directConnections(this.#options.rtcManager()).values()) {
      for (const sender of connection.getSenders()) {
        const { track } = sender;
        if (track === null || track === screen) continue;
        const belongs = this.#stream.getTracks().find(({ kind }) => kind === track.kind);
        // A connection that is being closed takes no track any more.
        if (belongs !== undefined && belongs !== track) sender.replaceTrack(belongs).catch(() => undefined);
      }
    }
  }

  /** Lets go of every source and of the lines. */
  close(): void {
    for (const source of sources) {
      this.#turns[source] += 1;
      if (!this.isOn(source)) continue;
      this.#held.get(source)?.forget();
      this.#options.media.release(source);
    }
    this.#held.clear();
    // The client stops whatever its stream still holds; the microphone is core's to keep.
    for (const track of this.#stream.getTracks()) this.#stream.removeTrack(track);
    this.#placeholders.stop();
  }

  #hold(source: CaptureSource, track: MediaStreamTrack): void {
    const giveLabelBack = hideLabel(track);
    const onEnded = (): void => {
      // Plugging it in again must not start it: only the person does.
      this.stop(source);
      this.#options.ended(source);
    };
    track.addEventListener('ended', onEnded);
    const forget = (): void => {
      track.removeEventListener('ended', onEnded);
      giveLabelBack();
    };
    this.#held.set(source, { track, forget });
    if (track.readyState !== 'ended') return;
    onEnded();
    throw new RoomError('device-lost');
  }

  #putInPlace(source: 'microphone' | 'camera', old: MediaStreamTrack, next: MediaStreamTrack): void {
    const before = source === 'microphone' ? (this.#silent ?? old) : old;
    if (source === 'microphone') this.#silent = null;
    for (const track of this.#stream.getTracks()) {
      if (track.kind === next.kind && track !== next) this.#stream.removeTrack(track);
    }
    this.#stream.addTrack(next);
    if (before !== next) this.#options.rtcManager()?.replaceTrack(before, next);
    this.settle();
  }

  /** Tells the others, through the client, whose own handling of our tracks this leaves nothing to do. */
  #signal(source: CaptureSource, on: boolean): void {
    const { localMedia } = this.#options;
    const { isMicrophoneEnabled, isCameraEnabled } = localMedia.getState();
    if (source === 'microphone' && isMicrophoneEnabled !== on) localMedia.toggleMicrophone(on);
    if (source === 'camera' && isCameraEnabled !== on) localMedia.toggleCamera(on);
  }

  #showScreen(track: MediaStreamTrack): void {
    if (this.#screen?.getTracks()[0] === track) return;
    this.#hideScreen();
    // Text is what people share: sharpness before smoothness.
    track.contentHint = 'detail';
    this.#screen = new MediaStream([track]);
    this.#options.rtcManager()?.addScreenshareStream(this.#screen);
  }

  #hideScreen(): void {
    if (this.#screen !== null) this.#options.rtcManager()?.removeScreenshareStream(this.#screen);
    this.#screen = null;
  }
}
