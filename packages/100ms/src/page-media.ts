import { publishWanted, RoomError, type CaptureSource, type MediaSource, type Sending } from '@quietroom/core';
import type { Placeholders } from './placeholders.ts';
import type { VendorLine } from './vendor-line.ts';
import { withoutWorkers } from './without-workers.ts';

/** What this page's media needs of the connection. */
export interface PageMediaOptions {
  readonly media: MediaSource;
  /** Waits for a line: after being admitted the vendor's client makes them anew. @throws RoomError `action-failed` */
  readonly until: (check: () => boolean) => Promise<void>;
  readonly placeholders: Placeholders;
  readonly line: () => VendorLine;
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

const senderOf = (vendorTrack: object | null): RTCRtpSender | null => {
  const transceiver: unknown = vendorTrack && Reflect.get(vendorTrack, 'transceiver');
  return transceiver instanceof RTCRtpTransceiver && transceiver.currentDirection !== 'stopped'
    ? transceiver.sender
    : null;
};

const nativeOf = (vendorTrack: object): MediaStreamTrack | null => {
  const native: unknown = Reflect.get(vendorTrack, 'nativeTrack');
  return native instanceof MediaStreamTrack ? native : null;
};

/**
 * What this page sends. The vendor's client has lines with nothing on them; tracks of devices are put on them here, so
 * that it never sees one, nor its label or its device. Everything starts and stops here.
 */
export class PageMedia {
  readonly #options: PageMediaOptions;
  readonly #held = new Map<CaptureSource, Held>();
  /** Counts what was asked of each source: whatever took too long finds itself overtaken. */
  readonly #turns: Record<CaptureSource, number> = { microphone: 0, camera: 0, screen: 0 };
  /** The line of a shared screen, by the track the vendor's client knows it by. */
  #screen: { readonly standIn: MediaStreamTrack; readonly ready: Promise<void> } | null = null;
  /** Adding and taking away lines one after another: the client loses count of them otherwise. */
  #lines: Promise<void> = Promise.resolve();

  constructor(options: PageMediaOptions) {
    this.#options = options;
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
    if (this.#held.get(source)?.track !== track) {
      this.#held.get(source)?.forget();
      this.#hold(source, track);
    }
    try {
      if (source === 'screen') await this.#showScreen(track);
      else await this.#open(source);
    } catch (error) {
      if (turn === this.#turns[source]) this.stop(source);
      throw error;
    }
    this.#options.changed();
  }

  /** Stops sending a source, at once. */
  stop(source: CaptureSource): void {
    this.#turns[source] += 1;
    const held = this.#held.get(source);
    this.#held.delete(source);
    held?.forget();
    // The device goes quiet first; telling the others may take a moment.
    this.#options.media.release(source);
    if (held !== undefined) {
      if (source === 'screen') this.#hideScreen();
      else {
        this.settle();
        this.#announce(source, false).catch(() => undefined);
      }
    }
    this.#options.changed();
  }

  /** Whether a source was started and not stopped, alive or not. */
  isOn(source: CaptureSource): boolean {
    return this.#held.has(source);
  }

  /** What leaves this device now, read from the tracks on the lines. */
  sending(): Sending {
    const one = (source: CaptureSource): boolean => {
      const track = this.#held.get(source)?.track;
      return track?.readyState === 'live' && track.enabled && this.#sender(source)?.track === track;
    };
    return { microphone: one('microphone'), camera: one('camera'), screen: one('screen') };
  }

  /** Puts on every line what belongs there; the client may have made it anew since. */
  settle(): void {
    for (const source of ['microphone', 'camera'] as const) {
      const vendorTrack = this.#options.line().ownTrack(source);
      const belongs = this.#held.get(source)?.track ?? (vendorTrack && nativeOf(vendorTrack));
      this.#put(senderOf(vendorTrack), belongs);
    }
    const screen = this.#held.get('screen')?.track;
    if (screen !== undefined) this.#put(this.#sender('screen'), screen);
  }

  /** Lets go of every source. */
  close(): void {
    for (const source of sources) {
      this.#turns[source] += 1;
      if (!this.isOn(source)) continue;
      this.#held.get(source)?.forget();
      this.#options.media.release(source);
    }
    this.#held.clear();
  }

  #hold(source: CaptureSource, track: MediaStreamTrack): void {
    const onEnded = (): void => {
      // Plugging it in again must not start it: only the person does.
      this.stop(source);
      this.#options.ended(source);
    };
    const onMute = (): void => {
      // The system holds it back, for a phone call for example. A microphone must not go on by itself afterwards.
      if (source === 'microphone') onEnded();
      else if (source === 'camera') this.#options.ended(source);
    };
    track.addEventListener('ended', onEnded);
    track.addEventListener('mute', onMute);
    const forget = (): void => {
      track.removeEventListener('ended', onEnded);
      track.removeEventListener('mute', onMute);
    };
    this.#held.set(source, { track, forget });
    if (track.readyState !== 'ended') return;
    onEnded();
    throw new RoomError('device-lost');
  }

  #put(sender: RTCRtpSender | null, track: MediaStreamTrack | null | undefined): void {
    if (sender === null || track === undefined || sender.track === track) return;
    sender.replaceTrack(track).then(
      () => {
        this.#options.changed();
      },
      // A connection that is being closed takes no track any more.
      () => undefined,
    );
  }

  #sender(source: CaptureSource): RTCRtpSender | null {
    const line = this.#options.line();
    if (source !== 'screen') return senderOf(line.ownTrack(source));
    const id = this.#screen?.standIn.id;
    return id === undefined ? null : senderOf(line.actions.getTrackById(id) ?? null);
  }

  /** Puts an open source on its line, as soon as there is one, and tells the others. */
  async #open(source: 'microphone' | 'camera'): Promise<void> {
    await this.#options.until(() => !this.isOn(source) || this.#isPublished(source));
    const track = this.#held.get(source)?.track;
    if (track === undefined) throw new RoomError('cancelled');
    await this.#sender(source)?.replaceTrack(track);
    await this.#announce(source, true);
    // Stopped in between: the last word counts.
    if (!this.isOn(source)) await this.#announce(source, false);
  }

  #isPublished(source: 'microphone' | 'camera'): boolean {
    const track = this.#options.line().ownTrack(source);
    return track !== null && Reflect.get(track, 'isPublished') === true && senderOf(track) !== null;
  }

  #announce(source: 'microphone' | 'camera', on: boolean): Promise<void> {
    const { actions } = this.#options.line();
    return source === 'microphone' ? actions.setLocalAudioEnabled(on) : actions.setLocalVideoEnabled(on);
  }

  async #showScreen(track: MediaStreamTrack): Promise<void> {
    // Text is what people share: sharpness before smoothness.
    track.contentHint = 'detail';
    if (this.#screen === null) {
      const standIn = this.#options.placeholders.picture();
      standIn.enabled = true;
      const { actions } = this.#options.line();
      const ready = this.#inTurn(() => withoutWorkers(() => actions.addTrack(standIn, 'screen')));
      this.#screen = { standIn, ready };
    }
    await this.#screen.ready;
    const sender = this.#sender('screen');
    // The client does not say that a role may not share.
    if (sender === null) throw new RoomError('action-failed');
    await sender.replaceTrack(track);
  }

  #hideScreen(): void {
    const screen = this.#screen;
    this.#screen = null;
    if (screen === null) return;
    const { actions } = this.#options.line();
    this.#inTurn(async () => {
      await screen.ready.catch(() => undefined);
      await actions.removeTrack(screen.standIn.id);
    }).catch(() => undefined);
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.#lines.then(act);
    this.#lines = turn.catch(() => undefined);
    return turn;
  }
}
