import { createOpaqueId, createPseudonym, type OpaqueId, type PassKeys } from '@quietroom/core';
import * as bucketKit from '../src/bucket/index.ts';
import * as kit from '../src/index.ts';
import { createCanary, type Ear } from './canary.ts';
import type { Deed } from './deed.ts';
import { createDoctorDeed } from './doctor-deed.ts';

const visit = createOpaqueId(crypto);
const sub = createOpaqueId(crypto);
const soon = (): number => Date.now() + 3_600_000;
const secret = (): string => `${createCanary()}-0123456789abcdef`;
const objectId = '65a1b2c3d4e5f60718293a4b';
const roles = { clinician: 'doctor', patient: 'guest' };

/** Answers like a vendor whose every answer names somebody, and notes where it was called. */
const indiscreetFetch =
  (ear: Ear, status: number, canary: string, body?: unknown): typeof fetch =>
  (target) => {
    ear.hear('address', target instanceof Request ? target.url : String(target));
    const text = JSON.stringify(
      body ?? {
        message: canary,
        error: canary,
        id: canary,
        meetingId: canary,
        name: canary,
        roomName: canary,
        roles: { [canary]: {} },
      },
    );
    return Promise.resolve(new Response(text, { status, statusText: 'x', headers: { 'x-canary': canary } }));
  };

const failingFetch =
  (ear: Ear, canary: string): typeof fetch =>
  (target) => {
    ear.hear('address', target instanceof Request ? target.url : String(target));
    return Promise.reject(new TypeError(`fetch failed for ${canary}`, { cause: new Error(canary) }));
  };

const statuses = [200, 302, 400, 401, 404, 429, 500, 503];

const webhookDeed = (vendor: kit.Vendor): Deed => ({
  names: ['createWebhookEndpoint', vendor === 'whereby' ? 'createWherebyVerifier' : 'createHmsVerifier'],
  input: {
    secret: 'a-webhook-secret-0123456789',
    header: 'a-header-secret-0123456789',
    event: {
      id: 'event-1',
      type: vendor === 'whereby' ? 'recording.failed' : 'beam.failure',
      timestamp: new Date().toISOString(),
      createdAt: new Date().toISOString(),
      data: {
        meetingId: '1001',
        room_id: objectId,
        user_name: 'x',
        displayName: 'x',
        status: 'x',
        error: 'x',
        filename: 'x',
      },
    },
    forwarded: '127.0.0.1',
    userAgent: 'x',
    query: 'x',
  },
  async act(
    input: { secret: string; header: string; event: unknown; forwarded: string; userAgent: string; query: string },
    ear,
  ) {
    const secrets = [input.secret];
    const secretHeader = { name: 'x-clinic-key', values: [input.header] };
    const endpoint = kit.createWebhookEndpoint({
      verifier:
        vendor === 'whereby'
          ? kit.createWherebyVerifier({ secrets, secretHeader })
          : kit.createHmsVerifier({ secrets, secretHeader }),
      address: 'https://visits.example.invalid/hooks',
      onIncident: (incident) => {
        ear.hear('incident', incident);
        throw new Error('The pager is broken.');
      },
      // What is told about a failed recording is an alert, too; its path and its people are not in it.
      onRecordingFailed: ({ room: _room, ...alert }) => {
        ear.hear('alert', { ...alert, id: null, reason: null });
      },
    });
    const body = new TextEncoder().encode(JSON.stringify(input.event));
    for (const key of [input.secret, 'another-secret-0123456789']) {
      const signed =
        vendor === 'whereby'
          ? await kit.signWherebyWebhook(body, key, Date.now())
          : await kit.signHmsWebhook(body, key);
      const headers = {
        ...signed,
        'x-clinic-key': input.header,
        'user-agent': input.userAgent,
        'x-forwarded-for': input.forwarded,
      };
      const address = new URL('https://visits.example.invalid/hooks');
      address.searchParams.set('q', input.query);
      const response = await endpoint(new Request(address, { method: 'POST', body, headers }));
      ear.hear('answer', [response.status, [...response.headers], await response.text()]);
    }
  },
});

/** Everything the package does, once. */
export const deeds = (keys: PassKeys, privateJwk: JsonWebKey): readonly Deed[] => [
  {
    names: ['createPassIssuer', 'createSigningKey'],
    input: {
      visit,
      sub,
      name: createPseudonym('patient', crypto),
      role: 'patient',
      publicJwk: keys.publicJwk,
      lifetime: 60,
      keyId: 'k',
    },
    async act({ lifetime, keyId, ...request }: kit.PassRequest & { lifetime: number; keyId: string }) {
      const signingKey = { ...(await kit.createSigningKey()), keyId };
      await kit.createPassIssuer({ signingKey, lifetimeSeconds: lifetime }).issue(request);
    },
  },
  {
    names: ['importSigningKey'],
    input: privateJwk,
    act: (jwk: JsonWebKey) => kit.importSigningKey(jwk),
  },
  {
    names: ['visitPageHeaders'],
    input: { nonce: 'A'.repeat(22), connect: ['wss://relay.clinic.example'] },
    act: (options: kit.VisitPageHeadersOptions) => kit.visitPageHeaders(options),
  },
  {
    names: ['createRoster', 'leastEntitlement'],
    input: { sub, role: 'patient', name: 'Zylphia Quonsett', pronouns: 'she/her', viewer: 'clinician' },
    act({ sub: who, role, viewer, ...entry }: { sub: OpaqueId; role: 'patient'; viewer: 'clinician'; name: string }) {
      const roster = kit.createRoster();
      roster.put(who, role, entry);
      roster.rosterFor(viewer);
    },
  },
  {
    names: ['buildWherebyRoom'],
    input: {
      ends: soon(),
      mode: 'normal',
      recording: {
        type: 'cloud',
        bucket: { name: 'quonsett-visits', accessKeyId: 'A'.repeat(20), accessKeySecret: secret() },
      },
    },
    act: (room: kit.WherebyRoomOptions) => kit.buildWherebyRoom(room),
  },
  {
    names: ['buildHmsRoom', 'hmsRegions'],
    input: { templateId: objectId, region: 'us', name: visit, recording: 'none', people: 2 },
    act: (room: kit.HmsRoomOptions) => kit.buildHmsRoom(room),
  },
  ...statuses.map((status): Deed => ({
    names: ['createWherebyClient', 'VendorError', 'vendorErrorCodes'],
    input: { apiKey: secret(), meetingId: '1001', room: { ends: soon() }, answer: 'x' },
    async act(
      {
        apiKey,
        meetingId,
        room,
        answer,
      }: { apiKey: string; meetingId: string; room: kit.WherebyRoomOptions; answer: string },
      ear,
    ) {
      const fetches = [indiscreetFetch(ear, status, answer), failingFetch(ear, answer)];
      for (const fetch of fetches) {
        const client = kit.createWherebyClient({ apiKey, fetch, retryDelays: [] });
        for (const call of [
          () => client.createRoom(room),
          () => client.readRoom(meetingId),
          () => client.deleteRoom(meetingId),
        ]) {
          await Promise.resolve()
            .then(call)
            .catch((error: unknown) => {
              ear.hear('client error', error);
            });
        }
      }
    },
  })),
  ...statuses.map((status): Deed => ({
    names: ['createHmsClient'],
    input: {
      accessKey: createCanary(),
      secret: secret(),
      roomId: objectId,
      room: { templateId: objectId, region: 'us' },
      answer: 'x',
    },
    async act(
      input: { accessKey: string; secret: string; roomId: string; room: kit.HmsRoomOptions; answer: string },
      ear,
    ) {
      const { roomId, room, answer, ...credentials } = input;
      for (const fetch of [indiscreetFetch(ear, status, answer), failingFetch(ear, answer)]) {
        const client = kit.createHmsClient({ ...credentials, roles, fetch, retryDelays: [] });
        const calls = [
          () => client.createRoom(room),
          () => client.readRoom(roomId),
          () => client.readTemplate(roomId),
          () => client.disableRoom(roomId),
        ];
        for (const call of calls) {
          await Promise.resolve()
            .then(call)
            .catch((error: unknown) => {
              ear.hear('client error', error);
            });
        }
      }
    },
  })),
  {
    names: ['createHmsTokenDesk', 'createOneTimeIds', 'OptionError'],
    input: {
      desk: { accessKey: createCanary(), secret: secret(), roles },
      request: { roomId: objectId, sub, role: 'patient', visitEnds: soon(), tokenId: createOpaqueId(crypto) },
    },
    async act({ desk, request }: { desk: kit.HmsTokenDeskOptions; request: kit.HmsTokenRequest }, ear) {
      const made = kit.createHmsTokenDesk({ ...desk, tokenIds: kit.createOneTimeIds() });
      await made.mint(request);
      // The second time the id is taken.
      await made.mint(request).catch((error: unknown) => {
        ear.hear('taken', error);
      });
    },
  },
  {
    names: ['hashForDashboard'],
    input: { name: createPseudonym('patient', crypto) },
    act: async ({ name }: { name: OpaqueId }) => {
      await kit.hashForDashboard(name);
    },
  },
  {
    names: ['verifyWherebyRoom'],
    shown: true,
    input: {
      isLocked: true,
      roomName: `/${visit}`,
      roomUrl: `https://clinic.whereby.com/${visit}`,
      hostRoomUrl: 'x',
      roomPreferences: { streaming: false, roomIntegrations: false },
      recording: { type: 'cloud', destination: { provider: 's3', bucket: 'x', accessKeySecret: 'x' } },
      liveTranscription: null,
    },
    act: (room: unknown) => kit.verifyWherebyRoom(room),
  },
  {
    names: ['verifyHmsRoom'],
    shown: true,
    input: {
      name: 'a'.repeat(64),
      description: '',
      region: 'us',
      template_id: objectId,
      enabled: true,
      recording_info: { enabled: false, upload_info: { type: 's3', location: 'x' } },
    },
    act: (room: unknown) => kit.verifyHmsRoom(room, { region: 'us', templateId: objectId }),
  },
  {
    names: ['verifyHmsTemplate'],
    shown: true,
    input: {
      roles: {
        doctor: {
          permissions: { mute: true },
          publishParams: { allowed: ['audio'] },
          subscribeParams: { subscribeToRoles: ['x'] },
        },
      },
      destinations: { hls: { x: 'x' } },
      settings: { recording: { enabled: false } },
    },
    act: (template: unknown) => kit.verifyHmsTemplate(template, { roles }),
  },
  webhookDeed('whereby'),
  webhookDeed('100ms'),
  {
    names: ['signHmsWebhook', 'signWherebyWebhook', 'hmsAddresses'],
    input: { secret: secret() },
    async act({ secret: key }: { secret: string }) {
      await kit.signHmsWebhook(new Uint8Array(4), key);
      await kit.signWherebyWebhook(new Uint8Array(4), key, 0);
    },
  },
  {
    names: ['createRecordingBucket', 'BucketOptionError'],
    input: {
      vendor: 'whereby',
      bucket: 'quonsett-visits',
      account: '000000000042',
      writer: 'arn:aws:iam::000000000042:user/writer',
      logBucket: 'quonsett-access',
      kmsKey: 'arn:aws:kms:us-east-1:000000000042:key/0a1b',
    },
    act: (options: bucketKit.RecordingBucketOptions) => void bucketKit.createRecordingBucket(options),
  },
  {
    names: ['lintBucket'],
    shown: true,
    input: {
      readBack: {
        owner: '000000000042',
        ...bucketKit.createRecordingBucket({
          vendor: 'whereby',
          bucket: 'quonsett-visits',
          account: '000000000042',
          writer: 'arn:aws:iam::000000000042:user/writer',
          logBucket: 'quonsett-access',
        }),
        keys: [`${visit}/1927843200.mp4`],
      },
      expected: {
        vendor: 'whereby',
        bucket: 'quonsett-visits',
        account: '000000000042',
        writer: 'arn:aws:iam::000000000042:user/writer',
      },
    },
    act: ({ readBack, expected }: { readBack: bucketKit.BucketReadBack; expected: bucketKit.BucketExpectations }) =>
      bucketKit.lintBucket(readBack, expected),
  },
  {
    names: ['isNeutralKey', 'recordingKey'],
    input: { room: visit, at: Date.now() },
    act({ room, at }: { room: OpaqueId; at: number }) {
      if (bucketKit.isNeutralKey(bucketKit.recordingKey(room, at))) return;
      throw new Error('The key tells something.');
    },
  },
  createDoctorDeed('whereby'),
  createDoctorDeed('100ms'),
];
