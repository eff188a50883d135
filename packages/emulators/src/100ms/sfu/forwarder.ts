import type { RtpPacket } from 'werift';
import type { Outlet } from './outlet.ts';
import { layerRids } from './peer-connection.ts';
import type { Publication } from './publication.ts';

/** What somebody wants of a picture. */
export type Layer = keyof typeof layerRids | 'none';

const order = {
  high: [layerRids.high, layerRids.medium, layerRids.low, ''],
  medium: [layerRids.medium, layerRids.low, layerRids.high, ''],
  low: [layerRids.low, layerRids.medium, layerRids.high, ''],
} as const;

/** The first packet of a VP8 picture that needs no earlier one (RFC 7741 §4.2 and §4.3). */
export const isKeyframe = (payload: Buffer): boolean => {
  const first = payload[0] ?? 0;
  const startsPartition = (first & 0x10) !== 0 && (first & 0x07) === 0;
  if (!startsPartition) return false;
  let offset = 1;
  if ((first & 0x80) !== 0) {
    const extensions = payload[1] ?? 0;
    offset = 2;
    if ((extensions & 0x80) !== 0) offset += ((payload[offset] ?? 0) & 0x80) !== 0 ? 2 : 1;
    if ((extensions & 0x40) !== 0) offset += 1;
    if ((extensions & 0x30) !== 0) offset += 1;
  }
  return payload.length > offset && ((payload[offset] ?? 1) & 0x01) === 0;
};

/** Sends one track on to one person: the layer they want, changed over only where a picture can begin. */
export class Forwarder {
  readonly publication: Publication;
  readonly #outlet: Pick<Outlet, 'begin' | 'send' | 'pictureLost'>;
  /** Pictures are sent when a tile asks for them, sound at once. */
  wanted: Layer;
  #current: string | null = null;

  constructor(publication: Publication, outlet: Pick<Outlet, 'begin' | 'send' | 'pictureLost'>) {
    this.publication = publication;
    this.#outlet = outlet;
    this.wanted = publication.kind === 'audio' ? 'high' : 'none';
    outlet.pictureLost = () => {
      if (this.#current !== null) publication.askForKeyframe(this.#current);
    };
    publication.forwarders.add(this);
  }

  /** Wants another layer from now on. */
  want(layer: Layer): void {
    this.wanted = layer;
    if (layer === 'none') this.#current = null;
    else this.#askFor(this.#target(layer));
  }

  /** Sends no more. */
  stop(): void {
    this.publication.forwarders.delete(this);
  }

  /** Sends a packet on, if it is of the layer that is due. */
  forward(packet: RtpPacket, rid: string): void {
    if (this.wanted === 'none') return;
    if (rid !== this.#current) {
      if (rid !== this.#target(this.wanted)) return;
      if (this.publication.kind === 'video' && !isKeyframe(packet.payload)) {
        this.publication.askForKeyframe(rid);
        return;
      }
      this.#outlet.begin(packet);
      this.#current = rid;
    }
    this.#outlet.send(packet);
  }

  #target(layer: Exclude<Layer, 'none'>): string | null {
    return this.publication.nearest(order[layer]);
  }

  #askFor(rid: string | null): void {
    if (rid !== null && rid !== this.#current) this.publication.askForKeyframe(rid);
  }
}
