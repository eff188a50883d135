import type { Vendor } from '../vendor/vendor-error.ts';
import { signHmsWebhook, signWherebyWebhook } from '../webhooks/sign-webhook.ts';
import type { WebhookToCheck } from './deployment.ts';

/** One call to the endpoint, and what a sound one answers. */
export interface Probe {
  /** The requirement it is about. */
  readonly ruleId: string;
  readonly wanted: 'accepted' | 'refused';
  /** What it is wrong with the endpoint when it answers otherwise. */
  readonly says: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

interface WebhookRules {
  readonly signature: string;
  readonly secretHeaders: string;
  readonly transport: string;
}

/** The requirements a webhook is judged by. */
export const webhookRules: Readonly<Record<Vendor, WebhookRules>> = {
  whereby: { signature: 'H2-08', secretHeaders: 'H2-08', transport: 'H1-25' },
  '100ms': { signature: 'H1-63', secretHeaders: 'H1-23', transport: 'H1-25' },
};

const encoder = new TextEncoder();
const anHour = 3_600_000;

/** An event of a type no vendor sends, so that a sound endpoint accepts it and does nothing. */
const eventOf = (vendor: Vendor, id: string, now: number): string => {
  const when = new Date(now).toISOString();
  const type = 'quietroom.doctor';
  return JSON.stringify(
    vendor === 'whereby'
      ? { id, apiVersion: '1.0', createdAt: when, type, data: {} }
      : { version: '2.0', id, account_id: 'quietroom-doctor', timestamp: when, type, data: {} },
  );
};

const sign = async (
  vendor: Vendor,
  body: Uint8Array,
  secret: string,
  now: number,
): Promise<Readonly<Record<string, string>>> =>
  vendor === 'whereby' ? await signWherebyWebhook(body, secret, now) : await signHmsWebhook(body, secret);

/** The calls that tell a sound endpoint from a careless one: good first, then every way of being wrong. */
export const createProbes = async (
  { vendor, secret, headers }: WebhookToCheck,
  now: number,
  crypto: Pick<Crypto, 'randomUUID'>,
): Promise<readonly Probe[]> => {
  const { signature, secretHeaders } = webhookRules[vendor];
  const event = (): string => eventOf(vendor, crypto.randomUUID(), now);
  const type = { 'content-type': 'application/json' };
  const signed = async (text: string, key = secret, at = now): Promise<Readonly<Record<string, string>>> => ({
    ...type,
    ...(await sign(vendor, encoder.encode(text), key, at)),
  });
  const probe = (
    ruleId: string,
    wanted: Probe['wanted'],
    says: string,
    text: string,
    sent: Readonly<Record<string, string>>,
  ): Probe => ({ ruleId, wanted, says, body: encoder.encode(text), headers: sent });

  const good = event();
  const tampered = event();
  const spaced = event();
  const unsigned = event();
  const foreign = event();
  const truncated = event();
  const probes = [
    probe(signature, 'accepted', 'it refuses a good event.', good, { ...headers, ...(await signed(good)) }),
    probe(
      signature,
      'refused',
      'it accepts an event that was changed on the way.',
      tampered.replace('quietroom.doctor', 'quietroom.doctoR'),
      { ...headers, ...(await signed(tampered)) },
    ),
    probe(
      signature,
      'refused',
      'it checks what it parsed and not the bytes that were signed.',
      JSON.stringify(JSON.parse(spaced), null, 1),
      { ...headers, ...(await signed(spaced)) },
    ),
    probe(signature, 'refused', 'it accepts an event without a signature.', unsigned, { ...headers, ...type }),
    probe(signature, 'refused', 'it accepts an event that somebody else signed.', foreign, {
      ...headers,
      ...(await signed(foreign, `${crypto.randomUUID()}${crypto.randomUUID()}`)),
    }),
    probe(signature, 'refused', 'it accepts an event that was cut off.', truncated.slice(0, -1), {
      ...headers,
      ...(await signed(truncated)),
    }),
  ];
  const stale = eventOf(vendor, crypto.randomUUID(), now - anHour);
  probes.push(
    probe(signature, 'refused', 'it accepts an event that was signed an hour ago.', stale, {
      ...headers,
      ...(await signed(stale, secret, now - anHour)),
    }),
  );
  if (Object.keys(headers).length > 0) {
    const bare = event();
    probes.push(
      probe(secretHeaders, 'refused', 'it accepts an event without the secret headers.', bare, await signed(bare)),
    );
    const wrong = event();
    const others = Object.fromEntries(Object.keys(headers).map((name) => [name, crypto.randomUUID()]));
    probes.push(
      probe(secretHeaders, 'refused', 'it accepts an event with wrong secret headers.', wrong, {
        ...others,
        ...(await signed(wrong)),
      }),
    );
  }
  return probes;
};
