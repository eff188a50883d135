import { signHmsWebhook, signWherebyWebhook } from './sign-webhook.ts';
import { createHmsVerifier } from './hms-verifier.ts';
import type { WebhookVerifier } from './verifier.ts';
import { createWherebyVerifier } from './whereby-verifier.ts';

/** The instant all vectors were signed at. */
export const signedAt = Date.UTC(2031, 1, 3, 9);
/** Of nobody. */
export const secret = 'invalid-webhook-secret-for-tests';
/** What changes into it. */
export const nextSecret = 'the-next-webhook-secret-for-tests';
export const secretHeader = { name: 'x-clinic-secret', values: ['invalid-header-secret-for-tests'] };

const encoder = new TextEncoder();

/** One vendor's way of calling, and its verifier. */
export interface VendorVectors {
  readonly vendor: 'whereby' | '100ms';
  readonly signatureHeader: string;
  /** An event as the vendor writes it. */
  readonly body: string;
  readonly sign: (body: Uint8Array | string, key?: string, at?: number) => Promise<Headers>;
  readonly verifierAt: (now: () => number, secrets?: readonly string[]) => WebhookVerifier;
}

const whereby: VendorVectors = {
  vendor: 'whereby',
  signatureHeader: 'whereby-signature',
  body: JSON.stringify({
    id: '6c75de35-b778-4fb0-88ae-114c28dc285f',
    apiVersion: '1.0',
    createdAt: new Date(signedAt).toISOString(),
    type: 'room.client.joined',
    data: {
      meetingId: '10000000',
      roomName: '/4b3bd908-cb88-11ec-9d64-0242ac120002',
      roleName: 'visitor',
      displayName: 'Zylphia Quonsett',
      numClients: 2,
    },
  }),
  sign: async (body, key = secret, at = signedAt) => {
    const bytes = typeof body === 'string' ? encoder.encode(body) : body;
    return new Headers({
      ...(await signWherebyWebhook(bytes, key, at)),
      'x-clinic-secret': secretHeader.values[0] ?? '',
    });
  },
  verifierAt: (now, secrets = [secret]) => createWherebyVerifier({ secrets, secretHeader, now }),
};

const hms: VendorVectors = {
  vendor: '100ms',
  signatureHeader: 'x-100ms-signature',
  body: JSON.stringify({
    version: '2.0',
    id: '6c75de35-b778-4fb0-88ae-114c28dc285f',
    account_id: '60b8e13a6eb86d8101b57354',
    timestamp: new Date(signedAt).toISOString(),
    type: 'peer.join.success',
    data: {
      peer_id: '83b869e1-9a4b-4037-84b2-913cf76e4392',
      role: 'patient',
      room_id: '60b8e13a6eb86d8101b57354',
      user_id: '1f0c7a2e-58d3-4b6f-9e21-7c0d5a3b9e44',
      user_name: 'Zylphia Quonsett',
    },
  }),
  sign: async (body, key = secret, at = signedAt) => {
    // The vendor signs no time but the event's own.
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const moved = at === signedAt ? text : text.replace(new Date(signedAt).toISOString(), new Date(at).toISOString());
    const bytes = typeof body === 'string' ? encoder.encode(moved) : body;
    return new Headers({ ...(await signHmsWebhook(bytes, key)), 'x-clinic-secret': secretHeader.values[0] ?? '' });
  },
  verifierAt: (now, secrets = [secret]) => createHmsVerifier({ secrets, secretHeader, now }),
};

/** Both vendors. */
export const vendors: readonly VendorVectors[] = [whereby, hms];
/** Text as bytes. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
