import { OptionError } from './vendor/option-error.ts';

/** See {@link visitPageHeaders}. */
export interface VisitPageHeadersOptions {
  /**
   * Where else the page may connect, besides where it came from: the relay, or the provider's hosts that the adapter's
   * manual names. Origins, for example `wss://relay.clinic.example`. Never a wildcard.
   */
  readonly connect?: readonly string[];
  /**
   * Whether the page may compile WebAssembly of its own origin and start workers from it, as the effects of
   * `@quietroom/effects` do: adds `'wasm-unsafe-eval'`, which allows no other evaluation, and `worker-src`. Default false.
   */
  readonly webAssembly?: boolean;
  /** Whether the site is served over TLS: adds Strict-Transport-Security. Default true. */
  readonly tls?: boolean;
}

const origin = /^(?:https|wss):\/\/[a-z\d.-]+(?::\d{1,5})?$|^(?:http|ws):\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

const permissions = [
  'camera=(self)',
  'microphone=(self)',
  'display-capture=(self)',
  'speaker-selection=(self)',
  'autoplay=(self)',
  'fullscreen=(self)',
  'picture-in-picture=(self)',
  'screen-wake-lock=(self)',
  ...['geolocation', 'payment', 'usb', 'serial', 'hid', 'midi', 'browsing-topics'].map(
    (feature) => `${feature}=()`,
  ),
];

/**
 * The headers of a page that shows a visit: it runs and reaches only what it names, keeps camera, microphone and screen
 * to itself, tells nobody where somebody came from, is framed by nobody and stays in no cache. What `quietroom doctor`
 * asks of a page is met (OWASP ASVS 5.0 3.4; `docs/server.md` says what was measured).
 * @throws OptionError for a host that is no single origin.
 */
export const visitPageHeaders = ({
  connect = [],
  webAssembly = false,
  tls = true,
}: VisitPageHeadersOptions = {}): Readonly<Record<string, string>> => {
  const foreign = connect.find((host) => !origin.test(host));
  if (foreign !== undefined) {
    throw new OptionError(
      'connect',
      'One of them is no single origin over TLS.',
      'Name scheme and host, for example wss://relay.clinic.example.',
    );
  }
  return {
    'content-security-policy': [
      "default-src 'self'",
      ...(webAssembly ? ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'"] : ["script-src 'self'"]),
      "style-src 'self'",
      "img-src 'self'",
      "media-src 'self' blob:",
      ["connect-src 'self'", ...connect].join(' '),
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'permissions-policy': permissions.join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(tls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
};
