import { createOpaqueId } from '@quietroom/core';
import * as doctorKit from '../src/doctor/index.ts';
import type { Vendor } from '../src/index.ts';
import { createCanary, type Ear } from './canary.ts';
import type { Deed } from './deed.ts';

/** Everything about a deployment that somebody may have written a name or a secret into. */
interface Indiscreet {
  readonly attestations: unknown;
  /** What the vendor answers. */
  readonly room: unknown;
  /** What is thrown, and what the page answers. */
  readonly failure: string;
  readonly path: string;
  readonly keys: unknown;
  readonly bucket: string;
  readonly writer: string;
  readonly secret: string;
  readonly header: string;
  readonly pageHeaders: Readonly<Record<string, string>>;
}

const objectId = '65a1b2c3d4e5f60718293a4b';

const roomsOf = (vendor: Vendor, { room, failure }: Indiscreet): doctorKit.RoomsToCheck => {
  const answers = (): Promise<unknown> => Promise.resolve(room);
  if (vendor === 'whereby') return { vendor, client: { readRoom: answers }, meetingIds: ['1001', failure] };
  return {
    vendor,
    client: { readRoom: () => Promise.reject(new Error(failure)), readTemplate: answers },
    roomIds: [objectId],
    region: 'us',
    templateId: objectId,
    roles: { clinician: 'doctor', patient: 'guest' },
  };
};

const deploymentOf = (vendor: Vendor, input: Indiscreet): doctorKit.Deployment => ({
  provider: vendor,
  patients: 'real',
  recording: 'cloud',
  attestations: input.attestations,
  page: `https://visits.example.invalid/visit/${input.path}?name=${input.path}`,
  rooms: roomsOf(vendor, input),
  bucket: {
    options: { bucket: input.bucket, account: '000000000042', writer: input.writer, logBucket: 'quonsett-access' },
    readBack: { keys: input.keys, policy: input.failure },
  },
  webhook: {
    vendor,
    url: 'https://visits.example.invalid/hooks',
    secret: input.secret,
    headers: { 'x-clinic-key': input.header },
  },
  sdks: [{ name: 'sdk', version: '1.0.0', minimum: '1.20.3' }],
});

const fetchOf =
  ({ failure, secret, pageHeaders }: Indiscreet): typeof fetch =>
  (target) => {
    const address = target instanceof Request ? target.url : new URL(target).href;
    if (address.includes('hooks')) return Promise.reject(new TypeError(failure, { cause: secret }));
    return Promise.resolve(new Response(failure, { headers: pageHeaders }));
  };

/** The doctor, on a deployment where every answer and every file names somebody. */
export const createDoctorDeed = (vendor: Vendor): Deed => ({
  names: ['diagnose', 'formatDiagnosis', 'attestationsAsked', 'attestables'],
  shown: true,
  input: {
    attestations: { 'W1-26': { evidence: 'x', on: '2031-01-02', expires: '2031-02-02', by: 'x' } },
    room: { isLocked: false, roomName: createOpaqueId(crypto), name: 'x', description: 'x', roles: {} },
    failure: 'x',
    path: 'x',
    keys: ['x'],
    bucket: 'quonsett-visits',
    writer: 'arn:aws:iam::000000000042:user/writer',
    secret: `${createCanary()}-0123456789abcdef`,
    header: `${createCanary()}-0123456789abcdef`,
    pageHeaders: { 'content-security-policy': 'x', 'cache-control': 'x', 'referrer-policy': 'x' },
  } satisfies Indiscreet,
  async act(input: Indiscreet, ear: Ear) {
    const deployment = deploymentOf(vendor, input);
    const diagnosis = await doctorKit.diagnose(deployment, {
      fetch: fetchOf(input),
      onProgress: (progress) => {
        ear.hear('progress', progress);
      },
    });
    return [diagnosis, doctorKit.formatDiagnosis(diagnosis), doctorKit.attestationsAsked(deployment)];
  },
});
