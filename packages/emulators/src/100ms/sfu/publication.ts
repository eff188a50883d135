import type { RTCRtpReceiver, RtpPacket } from 'werift';
import type { Forwarder } from './forwarder.ts';

/** A layer that brought nothing for this long is not sent at the moment, in milliseconds. */
const layerPause = 1_500;

/** One track that somebody sends, in one layer or several. */
export class Publication {
  readonly peerId: string;
  readonly trackId: string;
  readonly streamId: string;
  readonly kind: 'audio' | 'video';
  readonly forwarders = new Set<Forwarder>();
  /** How loud it is now, from 0 to 100. Of sound only. */
  level = 0;
  readonly #receiver: RTCRtpReceiver;
  readonly #layers = new Map<string, { ssrc: number; lastAt: number; askedAt: number }>();

  constructor(
    peerId: string,
    { trackId, streamId }: { readonly trackId: string; readonly streamId: string },
    receiver: RTCRtpReceiver,
  ) {
    this.peerId = peerId;
    this.trackId = trackId;
    this.streamId = streamId;
    this.kind = receiver.kind === 'audio' ? 'audio' : 'video';
    this.#receiver = receiver;
  }

  /** Passes a packet on to whoever wants it. `rid` is empty for a track of one layer. */
  receive(packet: RtpPacket, rid: string): void {
    const now = Date.now();
    const layer = this.#layers.get(rid);
    if (layer) {
      layer.lastAt = now;
      layer.ssrc = packet.header.ssrc;
    } else this.#layers.set(rid, { ssrc: packet.header.ssrc, lastAt: now, askedAt: 0 });
    for (const forwarder of this.forwarders) forwarder.forward(packet, rid);
  }

  /** The layer to send to somebody who wants this one: it, or the best below it, or the one there is. */
  nearest(wanted: readonly string[]): string | null {
    const since = Date.now() - layerPause;
    const live = [...this.#layers].filter(([, { lastAt }]) => lastAt >= since).map(([rid]) => rid);
    return wanted.find((rid) => live.includes(rid)) ?? live.at(-1) ?? null;
  }

  /** Asks the sender for a picture that needs no earlier one, at most five times a second. */
  askForKeyframe(rid: string): void {
    const layer = this.#layers.get(rid);
    if (this.kind !== 'video' || !layer || Date.now() - layer.askedAt < 200) return;
    layer.askedAt = Date.now();
    this.#receiver.sendRtcpPLI(layer.ssrc).catch(() => undefined);
  }

  /** The synchronisation sources it comes from. */
  get sources(): readonly number[] {
    return [...this.#layers.values()].map(({ ssrc }) => ssrc);
  }
}
