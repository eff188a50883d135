const encoder = new TextEncoder();

const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const sign = async (secret: string, message: Uint8Array<ArrayBuffer>): Promise<string> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  return hexadecimal(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)));
};

/**
 * The header Whereby sends with a body, for tests and for probing an endpoint.
 * @param now milliseconds since the epoch; the header holds whole seconds.
 */
export const signWherebyWebhook = async (
  body: Uint8Array,
  secret: string,
  now: number,
): Promise<{ readonly 'whereby-signature': string }> => {
  const timestamp = String(Math.floor(now / 1000));
  const prefix = encoder.encode(`${timestamp}.`);
  const message = new Uint8Array(prefix.length + body.length);
  message.set(prefix);
  message.set(body, prefix.length);
  return { 'whereby-signature': `t=${timestamp},v1=${await sign(secret, message)}` };
};

/** The header 100ms sends with a body, for tests and for probing an endpoint. */
export const signHmsWebhook = async (
  body: Uint8Array,
  secret: string,
): Promise<{ readonly 'x-100ms-signature': string }> => ({
  'x-100ms-signature': await sign(secret, new Uint8Array(body)),
});
