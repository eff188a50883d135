import * as v from 'valibot';
import type { Ledger } from '../ledger.ts';
import type { Peer } from '../peer.ts';
import { PublishLeg } from './publish-leg.ts';
import { SubscribeLeg } from './subscribe-leg.ts';

/** The one media server there is. */
export const nodeId = 'sfu-local';

const call = v.variant('method', [
  v.object({
    id: v.string(),
    method: v.literal('prefer-video-track-state'),
    params: v.object({ track_id: v.string(), max_spatial_layer: v.picklist(['high', 'medium', 'low', 'none']) }),
  }),
  v.object({
    id: v.string(),
    method: v.literal('prefer-audio-track-state'),
    params: v.object({ track_id: v.string(), subscribed: v.boolean() }),
  }),
]);

/**
 * Both media connections of one person, and the data channel that goes with them. Which layer is sent is not told: the
 * SDK takes `on-track-layer-update` for a change that the server made of itself, which this one never makes, and believes
 * it over what it asked for meanwhile. One that crosses its `none` leaves the picture still: it asks no more for a layer
 * that it believes it has.
 */
export class MediaLeg {
  readonly publish: PublishLeg;
  readonly subscribe: SubscribeLeg;
  readonly #peer: Peer;
  readonly #ledger: Ledger;

  constructor(peer: Peer, ledger: Ledger) {
    this.#peer = peer;
    this.#ledger = ledger;
    this.publish = new PublishLeg(peer.id);
    this.subscribe = new SubscribeLeg({
      offer: (sdp) => {
        peer.push('offer', { type: 'offer', sdp, sfu_node_id: nodeId });
      },
      heard: (text) => {
        this.#heard(text);
      },
    });
  }

  /** Says something on the data channel. Says whether it is open. */
  say(method: string, params: object): boolean {
    return this.#send(method, { jsonrpc: '2.0', method, params });
  }

  /** Ends both. */
  close(): void {
    this.publish.close();
    this.subscribe.close();
  }

  #heard(text: string): void {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), call), text);
    const name = parsed.success ? parsed.output.method : 'unreadable';
    this.#ledger.write({ way: 'in', place: 'channel', peer: this.#peer.id, name }, text);
    if (!parsed.success) return;
    const { id, method, params } = parsed.output;
    const layer =
      method === 'prefer-video-track-state' ? params.max_spatial_layer : params.subscribed ? 'high' : 'none';
    const sent = this.subscribe.want(params.track_id, layer);
    this.#send('answer', {
      jsonrpc: '2.0',
      id,
      ...(sent ? { result: {} } : { error: { code: 404, message: 'no such track' } }),
    });
  }

  #send(name: string, message: object): boolean {
    const text = JSON.stringify(message);
    const said = this.subscribe.say(text);
    if (said) this.#ledger.write({ way: 'out', place: 'channel', peer: this.#peer.id, name }, text);
    return said;
  }
}
