const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** What a server signs visit passes with. */
export interface SigningKey {
  /** ECDSA P-256. */
  readonly privateKey: CryptoKey;
  /** The public half: what browsers are given as `trust`. Not a secret. */
  readonly publicJwk: JsonWebKey;
  /** Names the key in the pass (`kid`), for hosts that rotate keys. */
  readonly keyId?: string;
}

const publicHalf = ({ kty, crv, x, y }: JsonWebKey): JsonWebKey => ({
  ...(kty === undefined ? {} : { kty }),
  ...(crv === undefined ? {} : { crv }),
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
});

/**
 * Makes a signing key that lives and dies with this process: for development, and for a server that runs once. Several
 * servers, or one that restarts while visits go on, need the same key: see {@link importSigningKey}.
 */
export const createSigningKey = async (crypto: Pick<Crypto, 'subtle'> = globalThis.crypto): Promise<SigningKey> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  return { privateKey, publicJwk: publicHalf(await crypto.subtle.exportKey('jwk', publicKey)) };
};

/**
 * Reads a signing key from a private JWK, for example out of a secret store.
 * @throws TypeError when it is not an EC P-256 private JWK. The message does not contain the key.
 */
export const importSigningKey = async (
  privateJwk: JsonWebKey,
  keyId?: string,
  crypto: Pick<Crypto, 'subtle'> = globalThis.crypto,
): Promise<SigningKey> => {
  const { kty, crv, d } = privateJwk;
  if (kty !== 'EC' || crv !== 'P-256' || typeof d !== 'string') {
    throw new TypeError(
      'This is not a signing key: passes are signed with ES256. Give a private JWK with kty "EC", crv "P-256" and d.',
    );
  }
  const key = { ...publicHalf(privateJwk), d };
  const privateKey = await crypto.subtle.importKey('jwk', key, algorithm, false, ['sign']).catch(() => {
    throw new TypeError('This is not a signing key: its numbers do not belong together. Make a new P-256 key.');
  });
  return { privateKey, publicJwk: publicHalf(privateJwk), ...(keyId === undefined ? {} : { keyId }) };
};
