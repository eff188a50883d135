import { sameWish, type Wish } from './pulse.ts';

type Limit = Pick<RTCRtpEncodingParameters, 'active' | 'maxBitrate' | 'maxFramerate' | 'scaleResolutionDownBy'>;

/** What a picture may take of a connection, in bits and frames a second. */
const plenty = {
  camera: { maxBitrate: 1_000_000, maxFramerate: 24, scaleResolutionDownBy: 1 },
  screen: { maxBitrate: 2_500_000, maxFramerate: 15, scaleResolutionDownBy: 1 },
} as const;
/** The same where they come through badly. What is shared stays sharp and moves less. */
const little = {
  camera: { maxBitrate: 150_000, maxFramerate: 15, scaleResolutionDownBy: 2 },
  screen: { maxBitrate: 500_000, maxFramerate: 5, scaleResolutionDownBy: 1 },
} as const;

const limitOf = (source: 'camera' | 'screen', wish: Wish): Limit => ({
  active: wish[source],
  ...(wish.gently ? little : plenty)[source],
});

const apply = async (sender: RTCRtpSender, limit: Limit): Promise<void> => {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (encoding === undefined) return;
  Object.assign(encoding, limit);
  await sender.setParameters(parameters);
};

/**
 * Keeps what is sent to one person within what they ask for: a picture nobody looks at is not sent, not even encoded.
 * The track stays on its line, so nothing is negotiated and the picture is back with its next key frame.
 */
export class SendingLimit {
  readonly #sender: (source: 'camera' | 'screen') => RTCRtpSender | null;
  #wish: Wish | null = null;
  #kept: Wish | null = null;
  #keeping = false;

  constructor(sender: (source: 'camera' | 'screen') => RTCRtpSender | null) {
    this.#sender = sender;
  }

  /** Said again with every sign of life, so what the browser refused once is tried again. */
  keep(wish: Wish): void {
    this.#wish = wish;
    if (!this.#keeping) void this.#follow();
  }

  async #follow(): Promise<void> {
    this.#keeping = true;
    try {
      while (this.#wish !== null && (this.#kept === null || !sameWish(this.#wish, this.#kept))) {
        const wish = this.#wish;
        // Until all of it is done, neither the former wish nor this one is kept.
        this.#kept = null;
        for (const source of ['camera', 'screen'] as const) {
          const sender = this.#sender(source);
          if (sender !== null) await apply(sender, limitOf(source, wish));
        }
        this.#kept = wish;
      }
    } catch {
      // Closed meanwhile, or in the middle of a negotiation.
    } finally {
      this.#keeping = false;
    }
  }
}
