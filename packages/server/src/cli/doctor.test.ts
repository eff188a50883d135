import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createOpaqueId } from '@quietroom/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servePage, serveVendor, serveWebhook, type LoopbackServer } from '../../test/clinic-on-loopback.ts';
import { createRecordingBucket } from '../bucket/create-recording-bucket.ts';
import { attestationsAsked } from '../doctor/check-attestations.ts';
import type { Diagnosis } from '../doctor/diagnose.ts';
import { createHmsVerifier } from '../webhooks/hms-verifier.ts';
import type { WebhookVerifier } from '../webhooks/verifier.ts';
import { createWebhookEndpoint } from '../webhooks/webhook-endpoint.ts';
import { createWherebyVerifier } from '../webhooks/whereby-verifier.ts';
import { runCommand } from './run-command.ts';

const room = createOpaqueId(crypto);
const account = '000000000042';
const writer = `arn:aws:iam::${account}:user/recording-writer`;
const variables = {
  VENDOR_KEY: 'canary-vendor-key-0123456789',
  VENDOR_ACCESS: 'canary-access-key-0123456789',
  WEBHOOK_SECRET: 'canary-webhook-secret-0123456789',
  WEBHOOK_HEADER: 'canary-webhook-header-0123456789',
};
const secretHeader = { name: 'x-clinic-key', values: [variables.WEBHOOK_HEADER] };

const goodHeaders = {
  'content-security-policy':
    "default-src 'self'; connect-src 'self' wss://signal.example.invalid; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-store',
};

const goodRoom = {
  meetingId: '1001',
  roomName: `/${room}`,
  roomUrl: `https://clinic.whereby.com/${room}`,
  isLocked: true,
  roomPreferences: { streaming: false, roomIntegrations: false },
  recording: { type: 'cloud', destination: { provider: 's3' } },
};

const roomId = '65a1b2c3d4e5f60718293a4b';
const templateId = '65a1b2c3d4e5f60718293a4c';
const goodHmsRoom = {
  id: roomId,
  name: 'a'.repeat(64),
  description: '',
  region: 'us',
  template_id: templateId,
  enabled: true,
  recording_info: { enabled: false, upload_info: { type: 's3', location: 'quonsett-clinic-visits' } },
};
const right = { endRoom: true, removeOthers: true, mute: true, hlsStreaming: false, rtmpStreaming: false };
const goodTemplate = {
  roles: {
    doctor: {
      permissions: { ...right, browserRecording: true },
      publishParams: { allowed: ['audio', 'video', 'screen'] },
    },
    guest: { permissions: { endRoom: false }, publishParams: { allowed: ['audio', 'video'] } },
  },
  destinations: { browserRecordings: { all: { name: 'all' } } },
  settings: { recording: { enabled: false } },
};

const endpointOf = (verifier: WebhookVerifier): ((request: Request) => Promise<Response>) => {
  const nothing = (): void => undefined;
  return createWebhookEndpoint({
    verifier,
    address: 'https://visits.example.invalid/hooks',
    onRecordingFailed: nothing,
    onIncident: nothing,
  });
};

const today = (): string => new Date().toISOString().slice(0, 10);
const inMonths = (months: number): string => {
  const date = new Date();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
};

const attest = (provider: 'local' | 'whereby' | '100ms'): Record<string, unknown> =>
  Object.fromEntries(
    attestationsAsked({ provider, patients: 'real', recording: 'cloud' }).map(({ ruleId, months }) => [
      ruleId,
      { evidence: 'register, canary-evidence of Zylphia Quonsett', on: today(), expires: inMonths(months) },
    ]),
  );

const bucketOptions = { bucket: 'quonsett-clinic-visits', account, writer, logBucket: 'quonsett-clinic-access' };

/** Everything a deployment is made of, to be broken one part at a time. */
interface Clinic {
  readonly provider: 'whereby' | '100ms';
  attestations: Record<string, unknown>;
  vendor: Record<string, unknown>;
  vendorKey: string | undefined;
  bucket: Record<string, unknown>;
  webhook: (request: Request) => Promise<Response> | Response;
  headers: Record<string, string>;
  pagePath: string;
  sdk: string;
  change: (file: Record<string, unknown>) => Record<string, unknown>;
}

const clinicOn = (provider: Clinic['provider']): Clinic => ({
  provider,
  attestations: attest(provider),
  vendor:
    provider === 'whereby'
      ? { '/meetings/1001': goodRoom }
      : { [`/rooms/${roomId}`]: goodHmsRoom, [`/templates/${templateId}`]: goodTemplate },
  vendorKey: provider === 'whereby' ? variables.VENDOR_KEY : undefined,
  bucket: {
    owner: account,
    ...createRecordingBucket({ ...bucketOptions, vendor: provider }),
    keys: [`${room}/1927843200.mp4`],
  },
  webhook: endpointOf(
    provider === 'whereby'
      ? createWherebyVerifier({ secrets: [variables.WEBHOOK_SECRET], secretHeader })
      : createHmsVerifier({ secrets: [variables.WEBHOOK_SECRET], secretHeader }),
  ),
  headers: goodHeaders,
  pagePath: `/visit/${room}`,
  sdk: '1.20.3',
  change: (file) => file,
});

const sdkOf = { whereby: '@whereby.com/core', '100ms': '@100mslive/hms-video-store' };

describe('quietroom doctor', () => {
  let folder: string;
  let servers: LoopbackServer[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietroom-doctor-'));
    servers = [];
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true });
  });

  const writeJson = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), JSON.stringify(value));

  const open = async (clinic: Clinic): Promise<void> => {
    const vendor = await serveVendor(clinic.vendor, clinic.vendorKey);
    const webhook = await serveWebhook(clinic.webhook);
    const page = await servePage(clinic.headers);
    servers.push(vendor, webhook, page);
    const rooms =
      clinic.provider === 'whereby'
        ? { apiKey: { env: 'VENDOR_KEY' }, meetings: ['1001'] }
        : {
            accessKey: { env: 'VENDOR_ACCESS' },
            secret: { env: 'VENDOR_KEY' },
            rooms: [roomId],
            region: 'us',
            template: templateId,
            roles: { clinician: 'doctor', patient: 'guest' },
          };
    await writeJson('attestations.json', clinic.attestations);
    await writeJson('bucket.json', clinic.bucket);
    const { bucket: name, ...bucket } = bucketOptions;
    await writeJson(
      'quietroom.deployment.json',
      clinic.change({
        provider: clinic.provider,
        patients: 'real',
        recording: 'cloud',
        attestations: 'attestations.json',
        page: `${page.address}${clinic.pagePath}`,
        rooms: { ...rooms, baseUrl: vendor.address },
        bucket: { name, ...bucket, readBack: 'bucket.json' },
        webhook: {
          url: `${webhook.address}/hooks`,
          secret: { env: 'WEBHOOK_SECRET' },
          headers: { 'x-clinic-key': { env: 'WEBHOOK_HEADER' } },
        },
      }),
    );
    const sdk = sdkOf[clinic.provider];
    for (const [name, manifest] of [
      [`@quietroom/${clinic.provider}`, { version: '0.1.0', dependencies: { [sdk]: '1.20.3' } }],
      [sdk, { version: clinic.sdk }],
    ] as const) {
      await mkdir(join(folder, 'node_modules', name), { recursive: true });
      await writeJson(join('node_modules', name, 'package.json'), manifest);
    }
  };

  const run = async (...values: readonly string[]) => {
    let printed = '';
    let told = '';
    const code = await runCommand(values, {
      folder,
      variables,
      print: (text) => {
        printed += text;
      },
      tell: (text) => {
        told += text;
      },
    });
    return { code, printed, told };
  };

  const broken = async () => {
    const { code, printed } = await run('doctor', '--json');
    const findings = (JSON.parse(printed) as Diagnosis).checks.flatMap((report) => report.findings);
    const ids = (verdict: string) => [
      ...new Set(findings.filter((finding) => finding.verdict === verdict).map(({ ruleId }) => ruleId)),
    ];
    return { code, found: ids('broken'), unknown: ids('unknown'), said: findings.map(({ says }) => says) };
  };

  it.each(['whereby', '100ms'] as const)('finds nothing wrong with a good deployment on %s', async (provider) => {
    await open(clinicOn(provider));
    const { code, printed, told } = await run('doctor');
    expect(printed).not.toMatch(/BROKEN|UNKNOWN|✗|\?/);
    expect(printed.match(/^ok /gm)).toHaveLength(6);
    expect(code).toBe(0);
    expect(told.split('\n')).toContain('Looking at the webhook endpoint, with good and tampered calls ...');
    for (const secret of [...Object.values(variables), 'canary', 'Zylphia', room]) {
      expect(printed + told).not.toContain(secret);
    }
  });

  /** A deployment with something wrong, the rules the doctor must name, and where it matters its very words. */
  interface Breaking {
    readonly what: string;
    readonly ruleIds: readonly string[];
    readonly breakIt: (clinic: Clinic) => void;
    readonly says?: readonly RegExp[];
  }
  const onWhereby: readonly Breaking[] = [
    {
      what: 'an agreement that was never signed',
      ruleIds: ['Q-VENDOR-AGREEMENT'],
      breakIt: (clinic) => {
        delete clinic.attestations['Q-VENDOR-AGREEMENT'];
      },
    },
    {
      what: 'an attestation that has expired',
      ruleIds: ['W1-26'],
      breakIt: (clinic) => {
        clinic.attestations['W1-26'] = { evidence: 'settings page', on: '2025-01-02', expires: '2025-06-02' };
      },
    },
    {
      what: 'an unlocked room',
      ruleIds: ['W1-04'],
      breakIt: (clinic) => {
        clinic.vendor['/meetings/1001'] = { ...goodRoom, isLocked: false };
      },
    },
    {
      what: 'a room named after somebody, with integrations',
      ruleIds: ['W1-05', 'W1-07'],
      breakIt: (clinic) => {
        const roomPreferences = { streaming: false, roomIntegrations: true };
        const roomUrl = 'https://clinic.whereby.com/zylphia-quonsett';
        clinic.vendor['/meetings/1001'] = { ...goodRoom, roomName: '/zylphia-quonsett', roomUrl, roomPreferences };
      },
    },
    {
      what: 'a bucket whose writer may read',
      ruleIds: ['W1-15'],
      breakIt: (clinic) => {
        const policy = clinic.bucket['policy'] as { Statement: object[] };
        const Resource = 'arn:aws:s3:::quonsett-clinic-visits/*';
        const Statement = [
          ...policy.Statement,
          { Effect: 'Allow', Principal: { AWS: writer }, Action: 's3:GetObject', Resource },
        ];
        clinic.bucket['policy'] = { Statement };
      },
    },
    {
      what: 'a bucket that is public and unlogged, with a name in a key',
      ruleIds: ['B-21', 'W1-16'],
      breakIt: (clinic) => {
        clinic.bucket['publicAccessBlock'] = {};
        clinic.bucket['logging'] = {};
        clinic.bucket['keys'] = ['zylphia-quonsett.mp4'];
      },
    },
    {
      what: 'a webhook endpoint that believes everybody',
      ruleIds: ['H2-08'],
      breakIt: (clinic) => {
        clinic.webhook = () => new Response(null, { status: 204 });
      },
      says: [
        /changed on the way/,
        /bytes that were signed/,
        /without a signature/,
        /somebody else/,
        /cut off/,
        /hour ago/,
        /without the secret/,
        /wrong secret/,
      ],
    },
    {
      what: 'a webhook endpoint that verifies what it parsed',
      ruleIds: ['H2-08'],
      breakIt: (clinic) => {
        const endpoint = clinic.webhook;
        clinic.webhook = async (request) => {
          const headers = request.headers;
          const text = await request.text();
          let body = text;
          try {
            body = JSON.stringify(JSON.parse(text));
          } catch {
            // Sent on as it is.
          }
          return endpoint(new Request(request.url, { method: 'POST', headers, body }));
        };
      },
      says: [/bytes that were signed/],
    },
    {
      what: 'a webhook endpoint that takes old events',
      ruleIds: ['H2-08'],
      breakIt: (clinic) => {
        const secrets = [variables.WEBHOOK_SECRET];
        clinic.webhook = endpointOf(createWherebyVerifier({ secrets, secretHeader, replayWindowSeconds: 86_400 }));
      },
      says: [/hour ago/],
    },
    {
      what: 'a webhook endpoint with another secret than the vendor',
      ruleIds: ['H2-08'],
      breakIt: (clinic) => {
        clinic.webhook = endpointOf(createWherebyVerifier({ secrets: ['another-secret-0123456789'] }));
      },
      says: [/refuses a good event/],
    },
    {
      what: 'a webhook endpoint in the open',
      ruleIds: ['H1-25'],
      breakIt: (clinic) => {
        clinic.change = (file) => ({
          ...file,
          webhook: { url: 'http://visits.example.invalid/hooks', secret: { env: 'WEBHOOK_SECRET' } },
        });
      },
    },
    {
      what: 'a page with loose scripts and a long memory',
      ruleIds: ['Q-PAGE-CONTENT', 'Q-PAGE-CACHE'],
      breakIt: (clinic) => {
        clinic.headers = {
          ...goodHeaders,
          'content-security-policy': `${goodHeaders['content-security-policy']}; script-src 'self' 'unsafe-inline'`,
          'cache-control': 'private, max-age=60',
        };
      },
    },
    {
      what: 'a page that sends no headers',
      ruleIds: ['Q-PAGE-CONTENT', 'Q-PAGE-PERMISSIONS', 'Q-PAGE-REFERRER', 'Q-PAGE-TRANSPORT', 'Q-PAGE-CACHE'],
      breakIt: (clinic) => {
        clinic.headers = {};
      },
    },
    {
      what: 'a page whose path names somebody',
      ruleIds: ['Q-NEUTRAL-PATH'],
      breakIt: (clinic) => {
        clinic.pagePath = '/visit/Zylphia-Quonsett';
      },
    },
    {
      what: 'an SDK older than the one that was verified',
      ruleIds: ['Q-SDK-VERSION'],
      breakIt: (clinic) => {
        clinic.sdk = '1.9.14';
      },
    },
  ];
  it.each(onWhereby)('on whereby, names $what', async ({ ruleIds, breakIt, says }) => {
    const clinic = clinicOn('whereby');
    breakIt(clinic);
    await open(clinic);
    const { said, ...findings } = await broken();
    expect(findings).toEqual({ code: 1, found: ruleIds, unknown: [] });
    if (says !== undefined) {
      expect(said).toHaveLength(says.length);
      for (const [index, pattern] of says.entries()) expect(said[index]).toMatch(pattern);
    }
  });

  const onHms: readonly Breaking[] = [
    {
      what: 'a patient who may stream, and a role of nobody',
      ruleIds: ['H1-45', 'B-16'],
      breakIt: (clinic) => {
        const guest = { ...goodTemplate.roles.guest, permissions: { rtmpStreaming: true } };
        clinic.vendor[`/templates/${templateId}`] = {
          ...goodTemplate,
          roles: { ...goodTemplate.roles, guest, hls: guest },
        };
      },
    },
    {
      what: 'a workspace that is not for health information, in another region',
      ruleIds: ['H1-31', 'H1-35'],
      breakIt: (clinic) => {
        clinic.vendor[`/rooms/${roomId}`] = { ...goodHmsRoom, name: room, region: 'in' };
      },
    },
    {
      what: 'a bucket that lets 100ms list',
      ruleIds: ['H1-11'],
      breakIt: (clinic) => {
        const whereby = createRecordingBucket({ ...bucketOptions, vendor: 'whereby' });
        clinic.bucket['policy'] = whereby.policy;
      },
    },
    {
      what: 'a webhook without a secret header',
      ruleIds: ['H1-23'],
      breakIt: (clinic) => {
        const verifier = createHmsVerifier({ secrets: [variables.WEBHOOK_SECRET], secretHeader });
        const endpoint = endpointOf(verifier);
        clinic.webhook = (request) => {
          request.headers.set('x-clinic-key', variables.WEBHOOK_HEADER);
          return endpoint(request);
        };
        clinic.change = (file) => ({ ...file, webhook: { ...(file['webhook'] as object), headers: {} } });
      },
    },
    {
      what: 'a webhook endpoint that forgets the secret header',
      ruleIds: ['H1-23'],
      breakIt: (clinic) => {
        const endpoint = clinic.webhook;
        clinic.webhook = (request) => {
          request.headers.set('x-clinic-key', variables.WEBHOOK_HEADER);
          return endpoint(request);
        };
      },
    },
  ];
  it.each(onHms)('on 100ms, names $what', async ({ ruleIds, breakIt }) => {
    const clinic = clinicOn('100ms');
    breakIt(clinic);
    await open(clinic);
    const { code, found, unknown } = await broken();
    expect({ code, found: [...found].sort(), unknown }).toEqual({ code: 1, found: [...ruleIds].sort(), unknown: [] });
  });

  it('says what it could not look at, and takes none of it as fine', async () => {
    const clinic = clinicOn('whereby');
    clinic.vendorKey = 'another-key-0123456789';
    await open(clinic);
    const { code, found, unknown } = await broken();
    expect({ code, found }).toEqual({ code: 2, found: [] });
    expect(unknown).toEqual(['W1-04', 'W1-05', 'W1-06', 'W1-07', 'W1-11', 'W1-12', 'W1-13', 'W1-32']);
    const { printed } = await run('doctor');
    expect(printed).toContain('? W1-04, W1-05');
    expect(printed).toContain('The vendor did not accept the key.');
  });

  it('does not take anything that was left out as fine', async () => {
    await writeJson('quietroom.deployment.json', { provider: '100ms', patients: 'real', recording: 'cloud' });
    const { printed, code } = await run('doctor', '--json');
    const { checks, verdict } = JSON.parse(printed) as Diagnosis;
    expect(checks.map((report) => report.verdict)).toEqual(Array.from({ length: 6 }, () => 'unknown'));
    expect({ verdict, code }).toEqual({ verdict: 'unknown', code: 2 });
  });

  it('asks less of a demonstration with invented patients on the local adapter', async () => {
    const page = await servePage(goodHeaders);
    servers.push(page);
    await writeJson('quietroom.deployment.json', {
      provider: 'local',
      patients: 'synthetic',
      recording: 'none',
      page: `${page.address}/visit/${room}`,
    });
    const { printed, code } = await run('doctor', '--json');
    const verdicts = (JSON.parse(printed) as Diagnosis).checks.map((report) => report.verdict);
    expect(verdicts).toEqual(['not-needed', 'not-needed', 'not-needed', 'not-needed', 'met', 'not-needed']);
    expect(code).toBe(0);
  });

  it('never sends a secret header over plain HTTP', async () => {
    const clinic = clinicOn('whereby');
    clinic.change = (file) => ({
      ...file,
      webhook: {
        url: servers[1]!.address.replace('127.0.0.1', 'visits.example.invalid'),
        secret: { env: 'WEBHOOK_SECRET' },
        headers: { 'x-clinic-key': { env: 'WEBHOOK_HEADER' } },
      },
    });
    await open(clinic);
    await run('doctor');
    expect(servers[1]!.calls).toEqual([]);
  });

  it.each<readonly [string, () => Promise<void>, RegExp]>([
    ['there is no file', async () => undefined, /quietroom\.deployment\.json cannot be read/],
    ['it is no JSON', () => writeFile(join(folder, 'quietroom.deployment.json'), '{"secret": "canary'), /is not JSON/],
    [
      'a secret is written into it',
      () =>
        writeJson('quietroom.deployment.json', {
          provider: 'whereby',
          patients: 'real',
          recording: 'none',
          webhook: { url: 'https://x.invalid', secret: 'canary-secret' },
        }),
      /at: webhook\.secret\./,
    ],
    [
      'a member is misspelt with a name in it',
      () =>
        writeJson('quietroom.deployment.json', {
          provider: 'local',
          patients: 'real',
          recording: 'none',
          'canary Zylphia': 1,
        }),
      /at: …/,
    ],
    [
      'a variable is not set',
      () =>
        writeJson('quietroom.deployment.json', {
          provider: 'whereby',
          patients: 'real',
          recording: 'none',
          rooms: { apiKey: { env: 'MISSING_KEY' }, meetings: ['1'] },
        }),
      /MISSING_KEY is not set/,
    ],
  ])('ends with 2 and says why when %s', async (_what, prepare, said) => {
    await prepare();
    const { code, printed, told } = await run('doctor');
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(told).toMatch(said);
    expect(told).not.toMatch(/canary|Zylphia/);
  });

  it('prints the settings of the bucket, ready for AWS', async () => {
    await open(clinicOn('100ms'));
    const { code, printed } = await run('bucket');
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toEqual(createRecordingBucket({ ...bucketOptions, vendor: '100ms' }));
  });

  it('explains itself', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      printed: expect.stringContaining('quietroom doctor') as string,
    });
    expect(await run('cure')).toMatchObject({ code: 2, printed: '' });
    expect(await run('doctor', '--jsno')).toMatchObject({ code: 2, printed: '' });
  });

  it('runs as a program: report on one stream, progress on the other, an exit code', async () => {
    const clinic = clinicOn('whereby');
    clinic.vendor['/meetings/1001'] = { ...goodRoom, isLocked: false };
    await open(clinic);
    const program = join(import.meta.dirname, '../../bin/quietroom.mjs');
    const ran = promisify(execFile)(process.execPath, [program, 'doctor'], {
      cwd: folder,
      env: { ...process.env, ...variables },
    });
    await expect(ran).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/✗ W1-04 {2}The room is not locked/) as string,
      stderr: expect.stringMatching(/^Looking at what the clinic attests/) as string,
    });
  });
});
