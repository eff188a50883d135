import { createHmac, timingSafeEqual } from 'node:crypto';
import { createHmsVerifier, createWherebyVerifier, signHmsWebhook, signWherebyWebhook } from '@quietroom/server';
import type { Bench } from './comparison.ts';
import { alternate, type Contestant } from './measure.ts';

const secret = 'invalid-webhook-secret-for-benches';
const headerValue = 'invalid-header-secret-for-benches';
const now = Date.UTC(2031, 1, 3, 9);
/** A batch is shorter than the time slice of a busy machine, so that most batches are not interrupted. */
const calls = 100;
const rounds = 300;

/** An event of about 2 kB, as both vendors could send it. */
const body = new TextEncoder().encode(
  JSON.stringify({
    id: '6c75de35-b778-4fb0-88ae-114c28dc285f',
    createdAt: new Date(now).toISOString(),
    timestamp: new Date(now).toISOString(),
    type: 'beam.recording.success',
    data: { room_id: '60b8e13a6eb86d8101b57354', recording_path: 's3://bucket/key.mp4', more: 'x'.repeat(1750) },
  }),
);

/** Microseconds per call, one after the other. */
const timed = (name: string, call: () => Promise<boolean> | boolean): Contestant => ({
  name,
  measure: async () => {
    const started = performance.now();
    for (let count = 0; count < calls; count += 1) if (!(await call())) throw new Error(`${name} refused a good call.`);
    return ((performance.now() - started) / calls) * 1000;
  },
});

const bench: Bench = {
  title: 'Verifying a webhook',
  method: `A genuine body of ${body.length} bytes, ${calls} calls one after the other, ${rounds} rounds. Ours takes the headers and bytes and ends with the typed event: secret header, signature, replay window and parsing. The bare HMAC computes the same digest on the same platform and compares nothing; whoever writes the check by hand parses the body too. node:crypto is there for scale: it computes without leaving the thread.`,
  async run(say) {
    const secretHeader = { name: 'x-clinic-secret', values: [headerValue] };
    const options = { secrets: [secret], secretHeader, now: () => now };
    const [whereby, hms] = [createWherebyVerifier(options), createHmsVerifier(options)];
    const wherebyHeaders = new Headers({
      ...(await signWherebyWebhook(body, secret, now)),
      'x-clinic-secret': headerValue,
    });
    const hmsSignature = await signHmsWebhook(body, secret);
    const hmsHeaders = new Headers({ ...hmsSignature, 'x-clinic-secret': headerValue });
    const key = await crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const expected = Buffer.from(hmsSignature['x-100ms-signature'], 'hex');

    const bare = timed('bare HMAC', async () => (await crypto.subtle.sign('HMAC', key, body)).byteLength === 32);
    const decoder = new TextDecoder();
    const byHand = timed('bare HMAC, JSON.parse', async () => {
      const digest = await crypto.subtle.sign('HMAC', key, body);
      return digest.byteLength === 32 && typeof JSON.parse(decoder.decode(body)) === 'object';
    });
    const native = timed('node:crypto', () =>
      timingSafeEqual(createHmac('sha256', secret).update(body).digest(), expected),
    );
    const compare = async (what: string, ours: Contestant['measure']) => ({
      what,
      unit: 'µs per call',
      results: await alternate([{ name: 'ours', measure: ours }, bare, byHand, native], rounds, (progress) => {
        if (/^warm-up: ours$|^round \d*00 .*ours$/.test(progress)) say(`${what}, ${progress}`);
      }),
      aims: [
        { against: 'bare HMAC', by: 'ratio', atMost: 1.3 } as const,
        { against: 'bare HMAC, JSON.parse', by: 'ratio', atMost: 1.3 } as const,
      ],
    });
    const verified = timed('ours', async () => (await hms.verify(body, hmsHeaders)).accepted);
    const verifiedWhereby = timed('ours', async () => (await whereby.verify(body, wherebyHeaders)).accepted);
    return [await compare('100ms, 2 kB', verified.measure), await compare('Whereby, 2 kB', verifiedWhereby.measure)];
  },
};

export default bench;
