import { RtpHeader, RtpPacket, type RTCRtpSender } from 'werift';

/** What the clocks of VP8 and Opus count in a millisecond. */
const ticks = { audio: 48, video: 90 } as const;

/** One stream to a browser, into which one track after another may be sent: its numbers and its clock go on. */
export class Outlet {
  /** What is done when the browser needs a picture that needs no earlier one. */
  pictureLost: () => void = () => undefined;
  readonly #sender: RTCRtpSender;
  #lastAt: number | null = null;

  constructor(sender: RTCRtpSender) {
    this.#sender = sender;
    sender.onPictureLossIndication.subscribe(() => {
      this.pictureLost();
    });
  }

  /** What is sent next begins with this packet. Its clock goes on by the time that has passed since the last. */
  begin({ header }: RtpPacket): void {
    if (this.#lastAt === null) return;
    const passed = Math.max(1, Date.now() - this.#lastAt) * ticks[this.#sender.kind === 'audio' ? 'audio' : 'video'];
    this.#sender.replaceRTP({
      sequenceNumber: (header.sequenceNumber - 1) & 0xffff,
      timestamp: (header.timestamp - passed) >>> 0,
    });
  }

  /** Sends a copy: what others are sent stays as it is. The sender's own header extensions mean nothing here. */
  send({ header: { marker, sequenceNumber, timestamp }, payload }: RtpPacket): void {
    this.#lastAt = Date.now();
    const copy = new RtpPacket(new RtpHeader({ marker, sequenceNumber, timestamp }), payload);
    this.#sender.sendRtp(copy).catch(() => undefined);
  }
}
