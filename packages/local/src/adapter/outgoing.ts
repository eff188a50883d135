import { publishWanted, RoomError, type CaptureSource, type MediaSource, type Sending } from '@quietroom/core';
import { sources, type Pulse } from './pulse.ts';

/** Where tracks are sent to. */
export interface Carriers {
  /** Puts a track, or nothing, on every direct connection. */
  replace(source: CaptureSource, track: MediaStreamTrack | null): Promise<void>;
  /** The tracks of a source that direct connections carry now. */
  carried(source: CaptureSource): readonly MediaStreamTrack[];
}

/** What happens to the sources of this page. */
export interface OutgoingEvents {
  /** Something was started or stopped: time to read again what is being sent. */
  changed(): void;
  /** A source stopped without being asked to. */
  ended(source: CaptureSource): void;
}

interface Held {
  readonly track: MediaStreamTrack;
  readonly forget: () => void;
}

/** What this page sends, and the one place from which it starts and stops. */
export class Outgoing {
  readonly #media: MediaSource;
  readonly #carriers: Carriers;
  readonly #events: OutgoingEvents;
  readonly #held = new Map<CaptureSource, Held>();
  readonly #published = new Set<CaptureSource>();
  /** Counts what was asked of each source: whatever took too long finds itself overtaken. */
  readonly #turns: Record<CaptureSource, number> = { microphone: 0, camera: 0, screen: 0 };

  constructor(media: MediaSource, carriers: Carriers, events: OutgoingEvents) {
    this.#media = media;
    this.#carriers = carriers;
    this.#events = events;
  }

  /** The track a new direct connection should carry. */
  track(source: CaptureSource): MediaStreamTrack | null {
    return this.#held.get(source)?.track ?? null;
  }

  /** Whether a source was started and not stopped, alive or not. */
  isOn(source: CaptureSource): boolean {
    return this.#held.has(source);
  }

  /** Sends what the person chose in the readiness check. */
  async publish(): Promise<void> {
    this.#published.add('microphone');
    await publishWanted(this.#media.wanted, (source) => this.start(source)).finally(() => {
      this.#events.changed();
    });
  }

  /** Opens a source and sends it; asked again, sends what it is now. @throws RoomError `device-*`, `screen-share-*` */
  async start(source: CaptureSource): Promise<void> {
    const turn = ++this.#turns[source];
    const track = await this.#media.open(source);
    if (turn !== this.#turns[source]) {
      if (!this.isOn(source)) this.#media.release(source);
      throw new RoomError('cancelled');
    }
    // Text is what people share: sharpness before smoothness.
    if (source === 'screen') track.contentHint = 'detail';
    this.#hold(source, track);
    this.#published.add(source);
    await this.#carriers.replace(source, track);
    this.#events.changed();
  }

  /** Stops sending a source, at once. */
  async stop(source: CaptureSource): Promise<void> {
    this.#turns[source] += 1;
    this.#held.get(source)?.forget();
    this.#held.delete(source);
    if (source === 'screen') this.#published.delete(source);
    // The device goes quiet first; taking the track off the connections may take a moment.
    this.#media.release(source);
    await this.#carriers.replace(source, null);
    this.#events.changed();
  }

  /** What leaves this device now, read from the tracks that the connections carry. */
  read(): Pulse {
    const one = (source: CaptureSource) => {
      const held = this.track(source);
      const carried = [...(held === null ? [] : [held]), ...this.#carriers.carried(source)];
      const sending = carried.some((track) => track.readyState === 'live' && track.enabled && !track.muted);
      return { sending, published: sending || this.#published.has(source) };
    };
    return { microphone: one('microphone'), camera: one('camera'), screen: one('screen') };
  }

  /** {@link read} in the contract's words. */
  sending(): Sending {
    const { microphone, camera, screen } = this.read();
    return { microphone: microphone.sending, camera: camera.sending, screen: screen.sending };
  }

  /** Lets go of every source. */
  close(): void {
    for (const source of sources) {
      this.#turns[source] += 1;
      this.#held.get(source)?.forget();
      if (this.isOn(source)) this.#media.release(source);
      this.#held.delete(source);
    }
  }

  #hold(source: CaptureSource, track: MediaStreamTrack): void {
    this.#held.get(source)?.forget();
    const onEnded = (): void => {
      // Plugging it in again must not start it: only the person does.
      void this.stop(source);
      this.#events.ended(source);
    };
    const onMute = (): void => {
      // The system holds it back, for a phone call for example. A microphone must not go on by itself afterwards.
      if (source === 'microphone') {
        onEnded();
        return;
      }
      this.#events.changed();
      if (source === 'camera') this.#events.ended(source);
    };
    const onUnmute = (): void => {
      this.#events.changed();
    };
    track.addEventListener('ended', onEnded);
    track.addEventListener('mute', onMute);
    track.addEventListener('unmute', onUnmute);
    this.#held.set(source, {
      track,
      forget: () => {
        track.removeEventListener('ended', onEnded);
        track.removeEventListener('mute', onMute);
        track.removeEventListener('unmute', onUnmute);
      },
    });
    if (track.readyState === 'ended') onEnded();
  }
}
