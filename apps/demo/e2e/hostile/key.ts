export const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (digit) => digit.charCodeAt(0));

const join = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** A key of the hostile client's own, with what the relay and the clinic's server want to see of it. */
export interface OwnKey {
  readonly publicJwk: JsonWebKey;
  /** Raw point, 65 bytes. */
  readonly raw: Uint8Array<ArrayBuffer>;
  /** Answers the relay's challenge, written after its description rather than with the product's code. */
  answer(challengeKey: string, nonce: string): Promise<string>;
}

export const makeKey = async (): Promise<OwnKey> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  if (kty === undefined || crv === undefined || x === undefined || y === undefined) throw new Error('not a P-256 key');
  return {
    publicJwk: { kty, crv, x, y },
    raw,
    async answer(challengeKey, nonceText) {
      const challenger = fromBase64url(challengeKey);
      const nonce = fromBase64url(nonceText);
      const theirs = await crypto.subtle.importKey('raw', challenger, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
      const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256);
      const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
      const info = new TextEncoder().encode('quietroom key proof v1');
      const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: nonce, info }, material, 256);
      const key = await crypto.subtle.importKey('raw', bits, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, join(nonce, challenger, raw))));
    },
  };
};

/** A pass that says what the hostile client would like to be, signed with a key nobody trusts. */
export const forgePass = async (claims: Readonly<Record<string, unknown>>): Promise<string> => {
  const signer = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const part = (value: unknown) => toBase64url(new TextEncoder().encode(JSON.stringify(value)));
  const signed = `${part({ alg: 'ES256', typ: 'visit-pass+jwt' })}.${part(claims)}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, signer.privateKey, new TextEncoder().encode(signed));
  return `${signed}.${toBase64url(new Uint8Array(signature))}`;
};

/** The RFC 7638 thumbprint of a P-256 key. */
export const thumbprint = async ({ crv, kty, x, y }: JsonWebKey): Promise<string> => {
  const canonical = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', canonical)));
};
