import { createPassIssuer, createSigningKey, createWebhookEndpoint, createWherebyVerifier } from '@quietroom/server';
import { createIncidentBook } from '../clinic/incident-book.ts';
import { createRecords } from '../clinic/records.ts';

/** What the route handlers share: one per server process. */
export const records = createRecords();
export const incidents = createIncidentBook();
// With several processes, each reads the same key from the secret store: importSigningKey.
export const passes = createPassIssuer({ signingKey: await createSigningKey() });

let endpoint: ReturnType<typeof createWebhookEndpoint> | undefined;

/** Made on first use: while Next builds there are no secrets. */
export const webhookEndpoint = () =>
  (endpoint ??= createWebhookEndpoint({
    verifier: createWherebyVerifier({ secrets: [process.env['WHEREBY_WEBHOOK_SECRET'] ?? ''] }),
    address: process.env['WHEREBY_WEBHOOK_ADDRESS'] ?? '',
    onIncident: incidents.onIncident,
    onRecordingFailed: incidents.onRecordingFailed,
  }));
