import type { Ledger } from '../ledger.ts';
import type { Peer } from '../peer.ts';
import type { Room } from '../room.ts';
import { MediaLeg } from './media-leg.ts';
import type { Publication } from './publication.ts';

/** How often speakers are told, and how much rarer the quality of connections, which the vendor's cadence is not known for. */
const speakersEvery = 400;
const qualityEvery = 5;

/** A room's media server: passes on what people send to those whose role may receive it. It decodes nothing. */
export class Sfu {
  readonly #room: Room;
  readonly #ledger: Ledger;
  #ticks = 0;
  #timer: NodeJS.Timeout | null = null;
  /** The speakers that each was told last. Whoever's channel opens later is told those who speak already. */
  readonly #told = new WeakMap<MediaLeg, string>();

  constructor(room: Room, ledger: Ledger) {
    this.#room = room;
    this.#ledger = ledger;
  }

  /** Opens somebody's media connections and answers the offer of the one on which they will send. */
  async connect(peer: Peer, offer: string): Promise<string> {
    peer.media?.close();
    peer.media = new MediaLeg(peer, this.#ledger);
    this.#timer ??= setInterval(() => {
      this.#tick();
    }, speakersEvery).unref();
    return peer.media.publish.accept(offer);
  }

  /** Tells everybody's connection what to send. */
  arrange(): void {
    const peers = this.#room.joined;
    const everything = peers.flatMap(({ media }) => media?.publish.publications ?? []);
    for (const peer of peers) {
      peer.media?.subscribe.arrange(everything.filter((publication) => this.#mayReceive(peer, publication)));
    }
  }

  /** Somebody has gone. */
  forget(peer: Peer): void {
    if (this.#room.joined.every(({ media }) => media === null)) {
      if (this.#timer) clearInterval(this.#timer);
      this.#timer = null;
    }
    if (peer.tracks.size > 0) this.arrange();
  }

  #mayReceive(peer: Peer, { peerId, trackId }: Publication): boolean {
    const sender = this.#room.find(peerId);
    if (!sender || sender === peer || !sender.tracks.has(trackId)) return false;
    return this.#room.role(peer.role).subscribeParams.subscribeToRoles.includes(sender.role);
  }

  #tick(): void {
    this.#ticks += 1;
    const peers = this.#room.joined.filter(({ media }) => media !== null);
    const speakers = peers
      .flatMap(({ id, media, tracks }) =>
        (media?.publish.publications ?? [])
          .filter(({ kind, level, trackId }) => kind === 'audio' && level > 20 && tracks.get(trackId)?.mute === false)
          .map(({ trackId, level }) => ({ peer_id: id, track_id: trackId, level })),
      )
      .sort((one, other) => other.level - one.level);
    const text = JSON.stringify(speakers);
    for (const { media } of peers) {
      if (!media || this.#told.get(media) === text) continue;
      if (media.say('active-speakers', { 'speaker-list': speakers })) this.#told.set(media, text);
    }
    if (this.#ticks % qualityEvery !== 0) return;
    const scores = peers.map(({ id, quality }) => ({ peer_id: id, downlink_score: quality }));
    for (const { media } of peers) media?.say('on-connection-quality-update', { peers: scores });
  }
}
