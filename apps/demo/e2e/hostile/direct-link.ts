/** Everything that arrived directly: messages in hexadecimal. */
export interface Heard {
  readonly messages: string[];
}

type Signal =
  | { readonly kind: 'description'; readonly attempt: number; readonly type: 'offer' | 'answer'; readonly sdp: string }
  | {
      readonly kind: 'candidate';
      readonly attempt: number;
      readonly candidate: string;
      readonly mid: string | null;
      readonly line: number | null;
    }
  | { readonly kind: 'again'; readonly attempt: number };

/** Sends nothing, and wants every picture. */
const signOfLife = Uint8Array.of(0, 3);

/** A direct connection of the hostile client: sends nothing of itself, keeps all it gets. */
export class DirectLink {
  readonly #connection: RTCPeerConnection;
  readonly #envelopes: RTCDataChannel;
  readonly #say: (signal: Signal) => void;

  constructor({ polite, heard, signal }: { polite: boolean; heard: Heard; signal: (signal: Signal) => void }) {
    this.#say = signal;
    const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
    this.#connection = connection;
    this.#envelopes = connection.createDataChannel('envelopes', { negotiated: true, id: 0 });
    const pulses = connection.createDataChannel('pulses', { negotiated: true, id: 1, maxRetransmits: 0 });
    for (const channel of [this.#envelopes, pulses]) {
      channel.binaryType = 'arraybuffer';
      channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
        heard.messages.push(Array.from(new Uint8Array(data), (byte) => byte.toString(16).padStart(2, '0')).join(''));
        // A sign of life for a sign of life, so that nobody takes the connection for lost.
        if (channel === pulses) pulses.send(signOfLife);
      });
    }
    pulses.addEventListener('open', () => {
      pulses.send(signOfLife);
    });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null) return;
      const { sdpMid, sdpMLineIndex } = candidate;
      this.#say({ kind: 'candidate', attempt: 1, candidate: candidate.candidate, mid: sdpMid, line: sdpMLineIndex });
    });
    if (!polite) {
      for (const kind of ['audio', 'video', 'video']) connection.addTransceiver(kind, { direction: 'sendrecv' });
      void this.#describe();
    }
  }

  get open(): boolean {
    return this.#envelopes.readyState === 'open';
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.#envelopes.send(bytes);
  }

  async take(signal: Signal): Promise<void> {
    if (signal.kind === 'candidate') {
      const { candidate, mid, line } = signal;
      await this.#connection.addIceCandidate({ candidate, sdpMid: mid, sdpMLineIndex: line });
    } else if (signal.kind === 'description') {
      await this.#connection.setRemoteDescription({ type: signal.type, sdp: signal.sdp });
      if (signal.type === 'offer') await this.#describe();
    }
  }

  async framesDecoded(): Promise<number> {
    let frames = 0;
    for (const report of (await this.#connection.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
      if (report.type === 'inbound-rtp') frames += report.framesDecoded ?? 0;
    }
    return frames;
  }

  async #describe(): Promise<void> {
    await this.#connection.setLocalDescription();
    const description = this.#connection.localDescription;
    if (description === null || (description.type !== 'offer' && description.type !== 'answer')) return;
    this.#say({ kind: 'description', attempt: 1, type: description.type, sdp: description.sdp });
  }
}
