import type { DeploymentFinding } from './deployment-finding.ts';

/** The vendors whose servers the kit talks to. */
export type Vendor = 'whereby' | '100ms';

/** Every way in which a call to a vendor can fail. */
export const vendorErrorCodes = [
  'refused-key',
  'not-allowed',
  'not-found',
  'rejected',
  'too-many-calls',
  'vendor-failed',
  'unreachable',
  'timed-out',
  'cancelled',
  'unexpected-answer',
  'outcome-unknown',
  'recording-storage-missing',
  'room-not-safe',
] as const;
/** See {@link VendorError}. */
export type VendorErrorCode = (typeof vendorErrorCodes)[number];

interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

const explanations: Readonly<Record<VendorErrorCode, Explanation>> = {
  'refused-key': {
    what: 'The vendor did not accept the key.',
    why: 'No room can be made or read.',
    remedy: 'Check the key in the secret store, and that it belongs to this environment and has not been rotated.',
  },
  'not-allowed': {
    what: 'The vendor does not allow this call.',
    why: 'The account or the key lacks a right, or the plan lacks the feature.',
    remedy: 'Check the key’s rights and the account’s plan with the vendor.',
  },
  'not-found': {
    what: 'The vendor knows nothing by that id.',
    why: 'It was deleted, has ended, or belongs to another account.',
    remedy: 'Check the id, or make a new room.',
  },
  rejected: {
    what: 'The vendor did not accept what it was sent.',
    why: 'Its interface may have changed since this version was written.',
    remedy: 'Look for a newer version of this package; repeating the same call will not help.',
  },
  'too-many-calls': {
    what: 'The vendor limits how often it may be called.',
    why: 'Nothing was done.',
    remedy: 'Wait a minute, then try again.',
  },
  'vendor-failed': {
    what: 'The vendor’s server failed.',
    why: 'Nothing is known to have been done.',
    remedy: 'Try again later; look at the vendor’s status page.',
  },
  unreachable: {
    what: 'The vendor’s server could not be reached.',
    why: 'Nothing was done.',
    remedy: 'Check this server’s way out to the internet, then try again.',
  },
  'timed-out': {
    what: 'The vendor did not answer in time.',
    why: 'Nothing was read.',
    remedy: 'Try again; raise `timeoutMilliseconds` if the vendor is regularly slower.',
  },
  cancelled: {
    what: 'The call was cancelled.',
    why: 'The caller’s signal was aborted.',
    remedy: 'Call again when it is wanted.',
  },
  'unexpected-answer': {
    what: 'The vendor’s answer cannot be read.',
    why: 'What cannot be read cannot be verified, so it is not used.',
    remedy: 'Look for a newer version of this package; check that the address is the vendor’s and not a proxy’s.',
  },
  'outcome-unknown': {
    what: 'It is not known whether the vendor did what it was asked.',
    why: 'The call was sent and its answer was lost or not waited for; repeating it could do it twice.',
    remedy: 'Make a new room under a new name if one is needed; an unused one ends by itself.',
  },
  'recording-storage-missing': {
    what: 'Recording has no storage of yours to go to.',
    why: 'A workspace for health information records to the customer’s own bucket only.',
    remedy:
      'Configure the bucket with the vendor, make a test recording, then try again. Repeating the call will not help.',
  },
  'room-not-safe': {
    what: 'The room is not as it must be, and was not handed out.',
    why: 'What the vendor reads back differs from what a visit with patients needs.',
    remedy: 'Look at `findings` for what differs, and correct the account’s settings.',
  },
};

/**
 * A call to a vendor that failed: what happened, why it matters, what to do. Holds no key, no token, no room address
 * and nothing the vendor said: an answer may repeat what was sent to it.
 */
export class VendorError extends Error {
  override readonly name = 'VendorError';
  readonly vendor: Vendor;
  readonly code: VendorErrorCode;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
  /** The HTTP status, where there was an answer. */
  readonly status: number | null;
  /** For `room-not-safe`: what differs. Otherwise empty. */
  readonly findings: readonly DeploymentFinding[];

  constructor(
    vendor: Vendor,
    code: VendorErrorCode,
    details: { readonly status?: number; readonly findings?: readonly DeploymentFinding[] } = {},
  ) {
    const { what, why, remedy } = explanations[code];
    super(`${what} ${why} ${remedy}`);
    this.vendor = vendor;
    this.code = code;
    this.why = why;
    this.remedy = remedy;
    this.status = details.status ?? null;
    this.findings = details.findings ?? [];
  }
}
