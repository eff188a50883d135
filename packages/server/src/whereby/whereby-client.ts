import { memberOf } from '../vendor/answer.ts';
import type { CallOptions, ClientOptions } from '../vendor/call-options.ts';
import { createCallVendor } from '../vendor/call-vendor.ts';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { OptionError } from '../vendor/option-error.ts';
import { checkSecret } from '../vendor/secret.ts';
import { VendorError } from '../vendor/vendor-error.ts';
import { buildWherebyRoom, type WherebyRoomOptions } from './build-room.ts';
import { roomNameOf } from './room-name.ts';
import { verifyWherebyRoom } from './verify-room.ts';

/** How the vendor is reached. */
export interface WherebyClientOptions extends ClientOptions {
  /** From the vendor's dashboard. A secret: server only. */
  readonly apiKey: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** A room that was made and read back. */
export interface WherebyRoom {
  readonly meetingId: string;
  /** For everybody who knocks. */
  readonly roomUrl: string;
  /** For the clinician only: it opens the door. Never give it to a patient, log it, or put it in an address of yours. */
  readonly hostRoomUrl: string;
  /** When the visit ends, in milliseconds since the epoch. */
  readonly ends: number;
  /** What the vendor's answer did not say. The adapter reads the lock again in the room itself. */
  readonly unverified: readonly DeploymentFinding[];
}

/** Makes, reads and removes rooms. Everything throws {@link VendorError}. */
export interface WherebyClient {
  /**
   * Makes a room, reads it back and verifies it. A room that is not as it must be is removed again and not handed out
   * (`room-not-safe`). Sent once: when its answer is lost the error is `outcome-unknown`.
   * @throws OptionError when the options are wrong; nothing was sent then.
   */
  readonly createRoom: (room: WherebyRoomOptions, options?: CallOptions) => Promise<WherebyRoom>;
  /** What the vendor says about a room, as it arrived: for {@link verifyWherebyRoom}. @throws OptionError for no id. */
  readonly readRoom: (meetingId: string, options?: CallOptions) => Promise<unknown>;
  /** Removes a room. One that is gone already counts as removed. @throws OptionError for no id. */
  readonly deleteRoom: (meetingId: string, options?: CallOptions) => Promise<void>;
}

const meetingNumber = /^\d{1,20}$/;

const meetingIdOf = (answer: unknown): string => {
  const id = memberOf(answer, 'meetingId');
  if (typeof id !== 'string' || !meetingNumber.test(id)) throw new VendorError('whereby', 'unexpected-answer');
  return id;
};

/** A meeting's id becomes part of an address. @throws OptionError */
const checkMeetingId = (id: unknown): string => {
  if (typeof id === 'string' && meetingNumber.test(id)) return id;
  throw new OptionError(
    'meetingId',
    'It is not an id of the vendor’s, so it may be somebody’s name for something, and it would be in an address.',
    'Give the digits from the vendor’s answer.',
  );
};

/** The addresses of a room, both of the same UUID on the same host, the clinician's with its key. */
const addressesOf = (answer: unknown): { readonly roomUrl: string; readonly hostRoomUrl: string } => {
  const roomUrl = memberOf(answer, 'roomUrl');
  const hostRoomUrl = memberOf(answer, 'hostRoomUrl');
  const name = roomNameOf(roomUrl);
  if (typeof roomUrl !== 'string' || typeof hostRoomUrl !== 'string' || name === null) {
    throw new VendorError('whereby', 'unexpected-answer');
  }
  const host = URL.canParse(hostRoomUrl) ? new URL(hostRoomUrl) : null;
  const sameRoom = roomNameOf(hostRoomUrl) === name && host?.origin === new URL(roomUrl).origin;
  if (!sameRoom || !host.searchParams.has('roomKey') || new URL(roomUrl).search !== '') {
    throw new VendorError('whereby', 'unexpected-answer');
  }
  return { roomUrl, hostRoomUrl };
};

/**
 * A client of Whereby's REST interface, for a server.
 * @throws OptionError when the key is missing or the address is not safe.
 */
export const createWherebyClient = (options: WherebyClientOptions): WherebyClient => {
  const apiKey = checkSecret('apiKey', options.apiKey);
  const { now = Date.now, baseUrl = 'https://api.whereby.dev/v1' } = options;
  const call = createCallVendor('whereby', () => `Bearer ${apiKey}`, { ...options, baseUrl });

  const client: WherebyClient = {
    async createRoom(room, { signal } = {}) {
      const body = buildWherebyRoom(room, now());
      const calling = signal === undefined ? {} : { signal };
      const made = await call({ method: 'POST', path: ['meetings'], body, repeatable: false, ...calling });
      const meetingId = meetingIdOf(made);
      try {
        const addresses = addressesOf(made);
        const findings = verifyWherebyRoom(await client.readRoom(meetingId, calling), {
          recording: body.recording.type,
        });
        if (findings.some(({ verdict }) => verdict === 'broken')) {
          throw new VendorError('whereby', 'room-not-safe', { findings });
        }
        return { meetingId, ...addresses, ends: room.ends, unverified: findings };
      } catch (error) {
        // Nobody may use a room that could not be verified. Without the caller's signal: it may be why we are here.
        await client.deleteRoom(meetingId).catch(() => undefined);
        throw error;
      }
    },
    async readRoom(meetingId, calling = {}) {
      const path = ['meetings', checkMeetingId(meetingId)];
      return call({ method: 'GET', path, repeatable: true, ...calling });
    },
    async deleteRoom(meetingId, calling = {}) {
      const path = ['meetings', checkMeetingId(meetingId)];
      try {
        await call({ method: 'DELETE', path, repeatable: true, ...calling });
      } catch (error) {
        if (!(error instanceof VendorError && error.code === 'not-found')) throw error;
      }
    },
  };
  return client;
};
