import type { CaptureSource, Envelope } from '@quietroom/core';
import type { Signal } from '../protocol/signal.ts';
import { sources, type Wish } from './pulse.ts';
import { SendingLimit } from './sending-limit.ts';

/** What one direct connection tells its owner. */
export interface PeerEvents {
  signal(signal: Signal): void;
  /** The track to send of a source, asked when the connection can carry it. */
  track(source: CaptureSource): MediaStreamTrack | null;
  /** The remote tracks are there to be attached. */
  receivers(): void;
  /** Envelopes can be sent. */
  opened(): void;
  /** Signs of life can be sent. */
  pulsing(): void;
  pulse(bytes: Uint8Array): void;
  envelope(bytes: Uint8Array): void;
  /** Nothing can be repaired here: a new connection is needed. */
  broken(): void;
}

/** What one direct connection is made with. */
export interface PeerOptions {
  /** Counts the connections tried with this person. */
  readonly attempt: number;
  /** Whether this side makes the offers. The other one answers, and asks for an offer when it needs one. */
  readonly leads: boolean;
  readonly configuration: RTCConfiguration;
  readonly events: PeerEvents;
}

const lines: readonly ('audio' | 'video')[] = sources.map((source) => (source === 'microphone' ? 'audio' : 'video'));
/** What may wait to be sent to one person before more is refused, in bytes. */
const backlogAllowed = 256 * 1024;

/**
 * One direct connection to one person: three lines in a fixed order (microphone, camera, screen) that are made once
 * and only ever change what they carry, a channel for envelopes, and a channel for signs of life. One side makes every
 * offer. Were both to, as in perfect negotiation (W3C WebRTC, 10.7), two that lose each other in the same moment would
 * both restart; the one that gives way rolls its offer back, and Chromium 156 then shows no frame of the other any more.
 */
export class Peer {
  readonly attempt: number;
  readonly #leads: boolean;
  readonly #events: PeerEvents;
  readonly #pc: RTCPeerConnection;
  readonly #envelopes: RTCDataChannel;
  readonly #pulses: RTCDataChannel;
  readonly #listening = new AbortController();
  readonly #limit = new SendingLimit((source) => this.#transceiver(source)?.sender ?? null);
  #restarts = 0;
  #closed = false;
  /** Words of set-up are taken one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor({ attempt, leads, configuration, events }: PeerOptions) {
    this.attempt = attempt;
    this.#leads = leads;
    this.#events = events;
    const pc = new RTCPeerConnection({ ...configuration, bundlePolicy: 'max-bundle' });
    this.#pc = pc;
    const { signal } = this.#listening;
    const once = { signal } as const;
    pc.addEventListener('negotiationneeded', () => void this.#offer(), once);
    pc.addEventListener(
      'icecandidate',
      ({ candidate }) => {
        if (candidate === null) return;
        const { sdpMid, sdpMLineIndex } = candidate;
        events.signal({ kind: 'candidate', attempt, candidate: candidate.candidate, mid: sdpMid, line: sdpMLineIndex });
      },
      once,
    );
    pc.addEventListener(
      'connectionstatechange',
      () => {
        if (pc.connectionState === 'connected') this.#restarts = 0;
      },
      once,
    );

    this.#envelopes = pc.createDataChannel('envelopes', { negotiated: true, id: 0, ordered: true });
    this.#pulses = pc.createDataChannel('pulses', { negotiated: true, id: 1, ordered: true, maxRetransmits: 0 });
    for (const channel of [this.#envelopes, this.#pulses]) {
      channel.binaryType = 'arraybuffer';
      channel.addEventListener(
        'close',
        () => {
          events.broken();
        },
        once,
      );
    }
    this.#envelopes.addEventListener(
      'open',
      () => {
        events.opened();
      },
      once,
    );
    this.#envelopes.addEventListener(
      'message',
      ({ data }) => {
        if (data instanceof ArrayBuffer) events.envelope(new Uint8Array(data));
      },
      once,
    );
    this.#pulses.addEventListener(
      'open',
      () => {
        events.pulsing();
      },
      once,
    );
    this.#pulses.addEventListener(
      'message',
      ({ data }) => {
        if (data instanceof ArrayBuffer) events.pulse(new Uint8Array(data));
      },
      once,
    );

    if (leads) {
      for (const kind of lines) pc.addTransceiver(kind, { direction: 'sendrecv' });
      void this.#fill();
    }
  }

  /** Takes a word of set-up from the other side. */
  receive(signal: Signal): void {
    this.#turn = this.#turn
      .then(async () => {
        if (this.#closed) return;
        if (signal.kind === 'description') await this.#describe({ type: signal.type, sdp: signal.sdp });
        else if (signal.kind === 'candidate') {
          const { candidate, mid, line } = signal;
          await this.#pc.addIceCandidate({ candidate, sdpMid: mid, sdpMLineIndex: line });
        }
      })
      .catch(() => {
        // What the other side said fits nothing here. Silence will show, and be repaired by a new attempt.
      });
  }

  /** Sends another track of a source, or none. Never negotiates. */
  async replace(source: CaptureSource, track: MediaStreamTrack | null): Promise<void> {
    const sender = this.#transceiver(source)?.sender;
    if (sender === undefined || sender.track === track || this.#closed) return;
    await sender.replaceTrack(track).catch(() => {
      this.#giveUp();
    });
  }

  /** Sends of the pictures what the other side asks for, and no more. */
  honour(wish: Wish): void {
    if (!this.#closed) this.#limit.keep(wish);
  }

  /** The track that a source's line carries now. */
  carried(source: CaptureSource): MediaStreamTrack | null {
    return this.#transceiver(source)?.sender.track ?? null;
  }

  /** The line on which a source of theirs arrives. */
  receiver(source: CaptureSource): RTCRtpReceiver | null {
    return this.#transceiver(source)?.receiver ?? null;
  }

  /** Whether no offer of ours is waiting for its answer. */
  get isSettled(): boolean {
    return this.#pc.signalingState === 'stable';
  }

  get isOpen(): boolean {
    return this.#envelopes.readyState === 'open';
  }

  /** Hands an envelope to the channel. False when it cannot take it now. */
  send(envelope: Envelope): boolean {
    if (!this.isOpen || this.#envelopes.bufferedAmount > backlogAllowed) return false;
    this.#envelopes.send(new Uint8Array(envelope));
    return true;
  }

  pulse(bytes: Uint8Array<ArrayBuffer>): void {
    // What did not leave yet is not a sign of life any more.
    if (this.#pulses.readyState === 'open' && this.#pulses.bufferedAmount === 0) this.#pulses.send(bytes);
  }

  stats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  /**
   * Nothing is heard from the other side: looks for another way to it, or says that a new connection is needed.
   * @param configuration the servers as they are now
   */
  recover(configuration: RTCConfiguration): void {
    if (this.#closed) return;
    const { connectionState } = this.#pc;
    if (connectionState === 'closed' || (connectionState === 'failed' && this.#restarts >= 2)) {
      this.#events.broken();
      return;
    }
    this.#restarts += 1;
    if (this.#pc.signalingState === 'have-local-offer') this.#tell();
    // A side that waits for the first offer asks for it.
    else if (this.#pc.remoteDescription === null) this.#events.broken();
    else {
      this.#pc.setConfiguration({ ...configuration, bundlePolicy: 'max-bundle' });
      if (this.#leads) this.#pc.restartIce();
      else this.#events.signal({ kind: 'restart', attempt: this.attempt });
    }
  }

  close(): void {
    this.#closed = true;
    this.#listening.abort();
    this.#envelopes.close();
    this.#pulses.close();
    this.#pc.close();
  }

  /** Said again, it brings the other side up to date: it holds the candidates found since. */
  #tell(): void {
    const description = this.#pc.localDescription;
    if (description === null || (description.type !== 'offer' && description.type !== 'answer')) return;
    const { type, sdp } = description;
    this.#events.signal({ kind: 'description', attempt: this.attempt, type, sdp });
  }

  async #offer(): Promise<void> {
    if (this.#closed || !this.#leads) return;
    try {
      await this.#pc.setLocalDescription();
      this.#tell();
    } catch {
      this.#giveUp();
    }
  }

  async #describe(description: { type: 'offer' | 'answer'; sdp: string }): Promise<void> {
    const pc = this.#pc;
    if (this.#leads !== (description.type === 'answer')) return;
    // Said twice because the line was down in between.
    if (this.#leads && pc.signalingState !== 'have-local-offer') return;
    await pc.setRemoteDescription(description);
    if (!this.#hasExpectedLines()) {
      this.#events.broken();
      return;
    }
    this.#events.receivers();
    if (this.#leads) return;
    await this.#fill();
    await pc.setLocalDescription();
    this.#tell();
  }

  /** Opens every line in both directions and puts on it what is being sent. */
  async #fill(): Promise<void> {
    await Promise.all(
      sources.map(async (source) => {
        const line = this.#transceiver(source);
        if (line === null) return;
        if (line.direction !== 'sendrecv') line.direction = 'sendrecv';
        await this.replace(source, this.#events.track(source));
      }),
    );
  }

  #transceiver(source: CaptureSource): RTCRtpTransceiver | null {
    return this.#pc.getTransceivers()[sources.indexOf(source)] ?? null;
  }

  #giveUp(): void {
    if (!this.#closed) this.#events.broken();
  }

  #hasExpectedLines(): boolean {
    const found = this.#pc.getTransceivers().map(({ receiver }) => receiver.track.kind);
    return found.length === lines.length && found.every((kind, index) => kind === lines[index]);
  }
}
