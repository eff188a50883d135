import { createPassIssuer, createSigningKey, createWebhookEndpoint, createWherebyVerifier } from '@quietroom/server';
import { Hono } from 'hono';
import { givePass, giveRoster } from '../clinic/handlers.ts';
import { createIncidentBook } from '../clinic/incident-book.ts';
import { createRecords } from '../clinic/records.ts';

/** What the example takes from the secret store. */
export interface ClinicAppOptions {
  readonly webhookSecret: string;
  /** The address the vendor was given. */
  readonly webhookAddress: string;
}

/** A clinic's server on Hono: passes, roster and the vendor's webhooks. Express works the same through `Request`. */
export const createClinicApp = async ({ webhookSecret, webhookAddress }: ClinicAppOptions) => {
  const records = createRecords();
  const incidents = createIncidentBook();
  // A server that restarts while visits go on reads its key from the secret store: importSigningKey.
  const passes = createPassIssuer({ signingKey: await createSigningKey() });
  const receive = createWebhookEndpoint({
    verifier: createWherebyVerifier({ secrets: [webhookSecret] }),
    address: webhookAddress,
    onIncident: incidents.onIncident,
    onRecordingFailed: incidents.onRecordingFailed,
  });

  const app = new Hono();
  app.get('/api/trust', (context) => context.json({ keys: passes.trust }));
  app.post('/api/pass', (context) => givePass(context.req.raw, records, passes));
  app.get('/api/roster', (context) => giveRoster(context.req.raw, records));
  // The raw request: no body parser may stand before it, because what is signed are its bytes.
  app.post('/api/webhooks/whereby', (context) => receive(context.req.raw));
  return { app, records, incidents };
};
