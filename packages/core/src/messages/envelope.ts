declare const envelope: unique symbol;

/**
 * Bytes that may be handed to an adapter: a message sealed for one participant, or a key announcement. Only this
 * package's encoder makes one, so readable text cannot reach an adapter. At most {@link maximumEnvelopeBytes} long.
 */
export type Envelope = Uint8Array & { readonly [envelope]: true };

/** The longest an envelope may be, so that it fits every vendor's message in one piece. */
export const maximumEnvelopeBytes = 1500;
