import {
  ReceiverEstimatedMaxBitrate,
  RtcpPayloadSpecificFeedback,
  type MediaStreamTrack,
  type RTCPeerConnection,
  type RTCRtpReceiver,
  type RTCRtpTransceiver,
} from 'werift';
import { openPeerConnection } from './peer-connection.ts';
import { Publication } from './publication.ts';
import { mendAnswer, readOffered } from './sdp.ts';

/** What a sender may send, in bits per second: enough for every layer. */
const ceiling = 3_000_000n;

/** The connection on which somebody sends. */
export class PublishLeg {
  readonly #peerId: string;
  readonly #connection: RTCPeerConnection = openPeerConnection();
  /** By the id of the m-section. */
  readonly #publications = new Map<string, Publication>();
  readonly #heard = new WeakSet<MediaStreamTrack>();
  #estimates: NodeJS.Timeout | null = null;

  constructor(peerId: string) {
    this.#peerId = peerId;
  }

  /** What it sends now. */
  get publications(): readonly Publication[] {
    return [...this.#publications.values()];
  }

  /** Takes an offer and answers it. */
  async accept(offer: string): Promise<string> {
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: offer });
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    const offered = new Map(readOffered(offer).map((one) => [one.mid, one]));
    for (const mid of this.#publications.keys()) if (!offered.has(mid)) this.#publications.delete(mid);
    for (const transceiver of this.#connection.getTransceivers()) {
      const track = offered.get(transceiver.mid ?? '');
      if (!track) continue;
      const known = this.#publications.get(track.mid);
      if (known?.trackId !== track.trackId) {
        this.#publications.set(track.mid, new Publication(this.#peerId, track, transceiver.receiver));
      }
      this.#listen(track.mid, transceiver);
    }
    this.#estimates ??= setInterval(() => {
      this.#tellEstimate();
    }, 500).unref();
    return mendAnswer(this.#connection.localDescription?.sdp ?? '', offer);
  }

  /** Closes it. */
  close(): void {
    if (this.#estimates) clearInterval(this.#estimates);
    this.#connection.close().catch(() => undefined);
  }

  #listen(mid: string, { receiver }: RTCRtpTransceiver): void {
    for (const track of receiver.tracks) {
      if (this.#heard.has(track)) continue;
      this.#heard.add(track);
      track.onReceiveRtp.subscribe((packet, extensions) => {
        const publication = this.#publications.get(mid);
        if (!publication) return;
        const loudness: unknown = extensions?.['urn:ietf:params:rtp-hdrext:ssrc-audio-level'];
        if (publication.kind === 'audio') publication.level = levelOf(loudness);
        publication.receive(packet, track.rid ?? '');
      });
    }
  }

  /** Without this a browser would send its lower layers only. */
  #tellEstimate(): void {
    const video = this.publications.filter(({ kind }) => kind === 'video');
    const sources = video.flatMap(({ sources: ssrcs }) => ssrcs);
    const receiver: RTCRtpReceiver | undefined = this.#connection.getTransceivers()[0]?.receiver;
    if (sources.length === 0 || receiver?.dtlsTransport.state !== 'connected') return;
    const feedback = new ReceiverEstimatedMaxBitrate({
      senderSsrc: receiver.rtcpSsrc,
      bitrate: ceiling,
      ...exponent(ceiling),
      ssrcNum: sources.length,
      ssrcFeedbacks: [...sources],
    });
    receiver.dtlsTransport.sendRtcp([new RtcpPayloadSpecificFeedback({ feedback })]).catch(() => undefined);
  }
}

/** A rate as the feedback carries it: eighteen bits and how far they are shifted. */
const exponent = (rate: bigint): { readonly brExp: number; readonly brMantissa: number } => {
  let mantissa = rate;
  let brExp = 0;
  while (mantissa > 0x3ffffn) {
    mantissa >>= 1n;
    brExp += 1;
  }
  return { brExp, brMantissa: Number(mantissa) };
};

/** Loudness from 0 to 100 out of the header's decibels below the loudest. */
const levelOf = (loudness: unknown): number => {
  if (typeof loudness !== 'object' || loudness === null || !('level' in loudness)) return 0;
  return Math.max(0, Math.round(100 - (Number(loudness.level) / 127) * 100));
};
