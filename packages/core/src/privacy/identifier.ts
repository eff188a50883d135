/**
 * The kinds of identifiers of the safe-harbour list that a text can hold (45 CFR 164.514(b)(2)(i)). Faces, voices and
 * fingerprints are on it too, and in no text.
 */
export type IdentifierKind =
  | 'name'
  | 'place'
  | 'date'
  | 'phone'
  | 'fax'
  | 'email'
  | 'social-security'
  | 'record-number'
  | 'health-plan'
  | 'account'
  | 'licence'
  | 'vehicle'
  | 'device'
  | 'web-address'
  | 'network-address'
  | 'code'
  /** One of those the host said must never leave. */
  | 'known';
