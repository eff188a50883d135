/** Every way in which a visit or a part of it can fail. Closed: each code has words for people in every language. */
export const roomErrorCodes = [
  'pass-missing',
  'pass-refused',
  'pass-expired',
  'pass-mismatch',
  'room-full',
  'room-locked',
  'room-unreachable',
  'connection-lost',
  'cancelled',
  'not-connected',
  'not-supported',
  'action-failed',
  'participant-gone',
  'device-denied',
  'device-blocked',
  'device-missing',
  'device-busy',
  'device-unsuitable',
  'device-lost',
  'device-unblurred',
  'screen-share-denied',
  'screen-share-unsupported',
  'message-no-recipient-key',
  'message-too-long',
  'message-too-many',
  'message-not-delivered',
  'insecure-page',
] as const;
/** See {@link RoomError}. */
export type RoomErrorCode = (typeof roomErrorCodes)[number];

interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

const explanations: Readonly<Record<RoomErrorCode, Explanation>> = {
  'pass-missing': {
    what: 'There is no visit pass.',
    why: 'Who somebody is comes from the clinic’s server; without a pass nobody can be let in.',
    remedy: 'Give createVisit a `pass` function that asks your server for one.',
  },
  'pass-refused': {
    what: 'The visit pass was not accepted.',
    why: 'Its signature, visit, key or role does not check out, so it may belong to somebody else.',
    remedy: 'Ask the clinic’s server for a new pass, and check that the page and the server use the same visit and signing key.',
  },
  'pass-expired': {
    what: 'The visit pass has expired.',
    why: 'Passes are short-lived so that a copied one is worth little.',
    remedy: 'Ask the clinic’s server for a new pass and try again.',
  },
  'pass-mismatch': {
    what: 'The visit pass is for another role than this page.',
    why: 'A page for one role must not act as another.',
    remedy: 'Open the page that belongs to this pass, or ask the server for a pass of this page’s role.',
  },
  'room-full': {
    what: 'The visit is full.',
    why: 'A direct browser-to-browser visit holds only a few people before everybody’s picture suffers.',
    remedy: 'Wait until somebody leaves, or use a provider with a media server.',
  },
  'room-locked': {
    what: 'The visit is locked.',
    why: 'The clinician has closed the door, so nobody else can ask to join.',
    remedy: 'Call the clinic and ask them to unlock the visit.',
  },
  'room-unreachable': {
    what: 'The visit cannot be reached.',
    why: 'The server that connects the two sides did not answer.',
    remedy: 'Check the connection and try again.',
  },
  'connection-lost': {
    what: 'The connection was lost and could not be restored.',
    why: 'Nothing is sent or received any more.',
    remedy: 'Check the connection and join again.',
  },
  cancelled: {
    what: 'The attempt was cancelled.',
    why: 'Somebody pressed cancel or the page was closed.',
    remedy: 'Join again when ready.',
  },
  'not-connected': {
    what: 'This cannot be done outside a visit.',
    why: 'There is no connection to carry it.',
    remedy: 'Join the visit first.',
  },
  'not-supported': {
    what: 'This provider or browser cannot do that.',
    why: 'The control has no effect here.',
    remedy: 'Check the adapter’s capabilities before offering it.',
  },
  'action-failed': {
    what: 'The room did not carry out the action.',
    why: 'The state shown is still the true one.',
    remedy: 'Try again; if it keeps failing, leave and join again.',
  },
  'participant-gone': {
    what: 'That person is no longer in the visit.',
    why: 'There is nobody to act on.',
    remedy: 'Choose somebody who is in the visit.',
  },
  'device-denied': {
    what: 'The browser was not allowed to use the device.',
    why: 'Others cannot see or hear without it.',
    remedy: 'Allow it in the browser’s site settings, or go on without it.',
  },
  'device-blocked': {
    what: 'The operating system blocks the device.',
    why: 'The browser may not use it, whatever this page asks.',
    remedy: 'Allow the browser to use it in the system’s privacy settings, or go on without it.',
  },
  'device-missing': {
    what: 'No such device was found.',
    why: 'There is nothing to send.',
    remedy: 'Plug one in, or go on without it.',
  },
  'device-busy': {
    what: 'The device is in use by another program.',
    why: 'Only one program can use it at a time.',
    remedy: 'Close the other program, or choose another device.',
  },
  'device-unsuitable': {
    what: 'The chosen device cannot do what was asked of it.',
    why: 'It was refused by the browser.',
    remedy: 'Choose another device.',
  },
  'device-lost': {
    what: 'The device stopped working.',
    why: 'Nothing is being sent from it, and it will not start again by itself.',
    remedy: 'Plug it in again and turn it on, or choose another device.',
  },
  'device-unblurred': {
    what: 'The background of the camera’s picture could not be blurred.',
    why: 'Somebody asked for it, so the picture is not sent without it.',
    remedy: 'Turn the camera on again, or turn the blur off. `cause` says what failed.',
  },
  'screen-share-denied': {
    what: 'The screen was not shared.',
    why: 'The choice was cancelled, or the browser is not allowed to share.',
    remedy: 'Press share again and choose a window.',
  },
  'screen-share-unsupported': {
    what: 'This browser cannot share the screen.',
    why: 'Most phones cannot.',
    remedy: 'Share from a computer.',
  },
  'message-no-recipient-key': {
    what: 'The message was not sent.',
    why: 'There is no verified key for that person, and a message is never sent in the open.',
    remedy: 'Wait until they are verified, or choose somebody else.',
  },
  'message-too-long': {
    what: 'The message is too long.',
    why: 'A sealed message holds at most 16,000 bytes.',
    remedy: 'Send it in parts.',
  },
  'message-too-many': {
    what: 'Too many messages at once.',
    why: 'The limit keeps one page from flooding another.',
    remedy: 'Wait a moment and try again.',
  },
  'message-not-delivered': {
    what: 'The message was not delivered.',
    why: 'The other side did not confirm it.',
    remedy: 'Try again; if it fails again, say it aloud.',
  },
  'insecure-page': {
    what: 'This page is not secure.',
    why: 'Browsers give cameras and keys only to pages served over HTTPS or from this computer.',
    remedy: 'Serve the page over HTTPS.',
  },
};

/**
 * A failure with a name: what happened, why it matters, what to do. The words here are for developers; people read the
 * ones of their language, chosen by `code`. Never contains a person's name or a message's text.
 */
export class RoomError extends Error {
  override readonly name = 'RoomError';
  readonly code: RoomErrorCode;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;

  /** @param cause the vendor's or browser's own error. It may hold what the caller put in: never log it in production. */
  constructor(code: RoomErrorCode, options?: { readonly cause?: unknown }) {
    const { what, why, remedy } = explanations[code];
    super(`${what} ${why} ${remedy}`, options);
    this.code = code;
    this.why = why;
    this.remedy = remedy;
  }

  /** Leaves `cause` out, so that an error reporter cannot pick it up. */
  toJSON(): { name: string; code: RoomErrorCode; message: string } {
    return { name: this.name, code: this.code, message: this.message };
  }

  /** The error itself when it is one of ours, otherwise the given code with the other as cause. */
  static from(error: unknown, code: RoomErrorCode): RoomError {
    return error instanceof RoomError ? error : new RoomError(code, { cause: error });
  }
}
