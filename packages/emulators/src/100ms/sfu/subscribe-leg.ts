import { MediaStreamTrack, type RTCDataChannel, type RTCPeerConnection, type RTCRtpTransceiver } from 'werift';
import { Forwarder, type Layer } from './forwarder.ts';
import { Outlet } from './outlet.ts';
import { openPeerConnection } from './peer-connection.ts';
import type { Publication } from './publication.ts';
import { mendOffer } from './sdp.ts';

/** One m-section, used for one track after another. */
interface Lane {
  readonly transceiver: RTCRtpTransceiver;
  readonly outlet: Outlet;
  forwarder: Forwarder | null;
  /** `closing` until the browser knows that the track is gone: only then another may take its place. */
  state: 'sending' | 'closing' | 'idle';
}

/** What the leg does with what it makes. */
export interface SubscribeEvents {
  /** An offer for the browser. */
  offer(sdp: string): void;
  /** Text from the browser on the data channel. */
  heard(text: string): void;
}

/** The connection on which somebody receives. This side offers, one offer at a time. */
export class SubscribeLeg {
  readonly #events: SubscribeEvents;
  readonly #connection: RTCPeerConnection = openPeerConnection();
  readonly #channel: RTCDataChannel;
  readonly #lanes: Lane[] = [];
  /** The offer that waits for its answer. */
  #offered: string | null = null;
  #awaiting = false;
  #stale = true;
  #closed = false;

  constructor(events: SubscribeEvents) {
    this.#events = events;
    this.#channel = this.#connection.createDataChannel('ion-sfu');
    this.#channel.onMessage.subscribe((data) => {
      events.heard(data.toString());
    });
  }

  /** Sends these tracks from now on, and no others. */
  arrange(publications: readonly Publication[]): void {
    const wanted = new Set(publications);
    for (const lane of this.#lanes) {
      if (!lane.forwarder || wanted.delete(lane.forwarder.publication)) continue;
      lane.forwarder.stop();
      lane.forwarder = null;
      lane.state = 'closing';
      lane.transceiver.setDirection('inactive');
      this.#stale = true;
    }
    for (const publication of wanted) {
      this.#send(publication);
      this.#stale = true;
    }
    this.#offer();
  }

  /** Wants another layer of a track, or none. Says whether the track is sent. */
  want(trackId: string, layer: Layer): boolean {
    const lane = this.#lanes.find(({ forwarder }) => forwarder?.publication.trackId === trackId);
    lane?.forwarder?.want(layer);
    return lane !== undefined;
  }

  /** Takes the browser's answer. */
  async answered(sdp: string): Promise<void> {
    if (!this.#awaiting) return;
    try {
      await this.#connection.setRemoteDescription({ type: 'answer', sdp });
      for (const lane of this.#lanes) {
        if (lane.state === 'closing' && lane.transceiver.currentDirection === 'inactive') lane.state = 'idle';
      }
    } finally {
      this.#awaiting = false;
      this.#offered = null;
      this.#offer();
    }
  }

  /** Offers again what was not answered: the line broke meanwhile. */
  repeat(): void {
    if (this.#offered !== null) this.#events.offer(this.#offered);
  }

  /** Says something on the data channel, once it is open. */
  say(text: string): boolean {
    if (this.#closed || this.#channel.readyState !== 'open') return false;
    this.#channel.send(text);
    return true;
  }

  /** Closes it. */
  close(): void {
    this.#closed = true;
    for (const { forwarder } of this.#lanes) forwarder?.stop();
    this.#connection.close().catch(() => undefined);
  }

  #send(publication: Publication): void {
    const free = this.#lanes.find(
      ({ state, transceiver }) => state === 'idle' && transceiver.kind === publication.kind,
    );
    const lane = free ?? this.#open(publication.kind);
    const { sender } = lane.transceiver;
    // The client finds a track by the id in the description, which must be the one its sender announced.
    Object.assign(sender, { trackId: publication.trackId, streamIds: [publication.streamId] });
    lane.transceiver.setDirection('sendonly');
    lane.forwarder = new Forwarder(publication, lane.outlet);
    lane.state = 'sending';
  }

  #open(kind: 'audio' | 'video'): Lane {
    const transceiver = this.#connection.addTransceiver(new MediaStreamTrack({ kind }), { direction: 'sendonly' });
    const lane: Lane = { transceiver, outlet: new Outlet(transceiver.sender), forwarder: null, state: 'idle' };
    this.#lanes.push(lane);
    return lane;
  }

  #offer(): void {
    if (this.#awaiting || !this.#stale || this.#closed) return;
    this.#awaiting = true;
    this.#stale = false;
    this.#connection
      .createOffer()
      .then((offer) => this.#connection.setLocalDescription(offer))
      .then(() => {
        if (this.#closed) return;
        this.#offered = mendOffer(this.#connection.localDescription?.sdp ?? '');
        this.#events.offer(this.#offered);
      })
      .catch(() => {
        this.#awaiting = false;
      });
  }
}
