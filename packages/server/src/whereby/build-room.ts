import type { Policy } from '@quietroom/core';
import { OptionError, refuseUnknownOptions } from '../vendor/option-error.ts';
import { checkSecret } from '../vendor/secret.ts';

/** A bucket that belongs to the customer's own organisation (W1-11, W1-14). */
export interface CustomerBucket {
  /** The S3 bucket’s name. */
  readonly name: string;
  /** Of a user that may do nothing but list and put in this bucket (W1-15). */
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly fileFormat?: 'mp4' | 'mkv';
}

/** Where recordings may go (W1-12): nowhere, the clinician's computer, or the customer's own S3 bucket. */
export type WherebyRecording =
  { readonly type: 'none' } | { readonly type: 'local' } | { readonly type: 'cloud'; readonly bucket: CustomerBucket };

/** What there is to choose about a room. Name, lock, streaming and integrations are not. */
export interface WherebyRoomOptions {
  /** When the visit ends, in milliseconds since the epoch. The vendor closes the room an hour later. */
  readonly ends: number;
  /** `normal`: browser to browser, up to 4 people. `group`: through the vendor's media server. Default `normal`. */
  readonly mode?: 'normal' | 'group';
  /** Default none. Nothing starts by itself: recording begins when everybody has consented. */
  readonly recording?: WherebyRecording;
  /** The policy that the visit will have. A room that records otherwise than it says is refused. */
  readonly policy?: Pick<Policy, 'name' | 'recording'>;
}

/** What is sent to make a room. Made only by {@link buildWherebyRoom}. */
export interface WherebyRoomBody {
  readonly endDate: string;
  readonly isLocked: true;
  readonly roomMode: 'normal' | 'group';
  readonly roomNamePattern: 'uuid';
  readonly roomPreferences: { readonly streaming: false; readonly roomIntegrations: false };
  readonly recording: {
    readonly type: 'none' | 'local' | 'cloud';
    readonly startTrigger: 'none';
    readonly destination?: {
      readonly provider: 's3';
      readonly bucket: string;
      readonly accessKeyId: string;
      readonly accessKeySecret: string;
      readonly fileFormat: 'mp4' | 'mkv';
    };
  };
  readonly fields: readonly ['hostRoomUrl'];
}

const day = 86_400_000;
/** A room that waits longer than this is one that nobody remembers. */
const furthestDays = 90;
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const keyId = /^[A-Z0-9]{16,128}$/;

const checkBucket = (bucket: CustomerBucket): Required<CustomerBucket> => {
  refuseUnknownOptions('recording.bucket', bucket, ['name', 'accessKeyId', 'accessKeySecret', 'fileFormat']);
  const { name, accessKeyId, accessKeySecret, fileFormat = 'mp4' }: Partial<CustomerBucket> = bucket;
  const isName = typeof name === 'string' && bucketName.test(name);
  const isKey = typeof accessKeyId === 'string' && keyId.test(accessKeyId);
  const isFormat = ['mp4', 'mkv'].includes(fileFormat);
  if (!isName || !isKey || !isFormat) {
    throw new OptionError(
      'recording.bucket',
      'Recordings go to an S3 bucket of your own, or nowhere: the vendor must not keep them.',
      'Give its `name`, and the `accessKeyId` and `accessKeySecret` of a user that may only put into it.',
    );
  }
  return {
    name,
    accessKeyId,
    accessKeySecret: checkSecret('recording.bucket.accessKeySecret', accessKeySecret),
    fileFormat,
  };
};

const recordingOf = (recording: WherebyRecording): WherebyRoomBody['recording'] => {
  if (Object(recording) === recording && recording.type === 'cloud') {
    refuseUnknownOptions('recording', recording, ['type', 'bucket']);
    const { name, ...access } = checkBucket(recording.bucket);
    return { type: 'cloud', startTrigger: 'none', destination: { provider: 's3', bucket: name, ...access } };
  }
  refuseUnknownOptions('recording', recording, ['type']);
  const { type }: { readonly type: unknown } = recording;
  if (type !== 'none' && type !== 'local') {
    throw new OptionError('recording', 'There is no such kind of recording.', 'Its `type` is none, local or cloud.');
  }
  return { type, startTrigger: 'none' };
};

/**
 * What to send to Whereby to make a room for a visit: locked (W1-04), named by a UUID that the vendor draws (W1-05,
 * W1-19, W1-20), without streaming (W1-06) or integrations (W1-07), recording nowhere unless told, and then only to the
 * clinician's computer or the customer's own bucket (W1-11 to W1-13), started by nobody but a person.
 * @param now milliseconds since the epoch. @throws OptionError naming the option that is wrong.
 */
export const buildWherebyRoom = (options: WherebyRoomOptions, now: number = Date.now()): WherebyRoomBody => {
  refuseUnknownOptions('options', options, ['ends', 'mode', 'recording', 'policy']);
  const { ends, mode = 'normal', recording = { type: 'none' }, policy } = options;
  if (!(typeof ends === 'number' && ends > now && ends <= now + furthestDays * day)) {
    throw new OptionError(
      'ends',
      'A room must end, and soon after its visit.',
      `Give milliseconds since the epoch, later than now and within ${furthestDays} days.`,
    );
  }
  if (!['normal', 'group'].includes(mode)) {
    throw new OptionError('mode', 'There is no such kind of room.', 'Give normal or group.');
  }
  const built = recordingOf(recording);
  if (policy !== undefined && built.type !== 'none' && built.type !== policy.recording) {
    throw new OptionError(
      'recording',
      'The policy does not allow this recording.',
      `Its \`recording\` is ${policy.recording}: give that, or none, or change the policy.`,
    );
  }
  return {
    endDate: new Date(ends).toISOString(),
    isLocked: true,
    roomMode: mode,
    roomNamePattern: 'uuid',
    roomPreferences: { streaming: false, roomIntegrations: false },
    recording: built,
    fields: ['hostRoomUrl'],
  };
};
