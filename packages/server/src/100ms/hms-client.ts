import type { OpaqueId } from '@quietroom/core';
import { memberOf } from '../vendor/answer.ts';
import type { CallOptions, ClientOptions } from '../vendor/call-options.ts';
import { createCallVendor } from '../vendor/call-vendor.ts';
import { checkSecret } from '../vendor/secret.ts';
import { VendorError } from '../vendor/vendor-error.ts';
import { buildHmsRoom, type HmsRoomOptions } from './build-room.ts';
import { checkHmsId, checkHmsWord } from './identifiers.ts';
import { signManagementToken, type HmsCredentials } from './management-token.ts';
import type { HmsRegion } from './region.ts';
import { verifyHmsRoom } from './verify-room.ts';
import { verifyHmsTemplate, type HmsRoles } from './verify-template.ts';

/** How the vendor is reached, and what its templates must be like. */
export interface HmsClientOptions extends ClientOptions, HmsCredentials {
  /** Which of the template's roles stand for ours. */
  readonly roles: HmsRoles;
  /** `ordinary` for synthetic people only: the vendor's workspace is not one for health information. Default `health`. */
  readonly workspace?: 'health' | 'ordinary';
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** A room that was made and read back. */
export interface HmsRoom {
  /** The vendor's id, for tokens. */
  readonly roomId: string;
  /** Our name for it; the vendor keeps its hash. */
  readonly name: OpaqueId;
  readonly region: HmsRegion;
}

/** Makes and reads rooms and templates. Everything throws {@link VendorError}. */
export interface HmsClient {
  /**
   * Checks the template, makes a room, reads it back and verifies it. A room that is not as it must be, or whose
   * settings the vendor does not tell, is disabled again and not handed out (`room-not-safe`). Sent once: when its
   * answer is lost the error is `outcome-unknown`, and the same `name` gives the same room.
   * @throws OptionError when the options are wrong; nothing was sent then.
   */
  readonly createRoom: (room: HmsRoomOptions, options?: CallOptions) => Promise<HmsRoom>;
  /** What the vendor says about a room, as it arrived: for {@link verifyHmsRoom}. */
  readonly readRoom: (roomId: string, options?: CallOptions) => Promise<unknown>;
  /** What the vendor says about a template, as it arrived: for {@link verifyHmsTemplate}. */
  readonly readTemplate: (templateId: string, options?: CallOptions) => Promise<unknown>;
  /** Lets nobody join a room any more. Who is in it stays until the session ends. */
  readonly disableRoom: (roomId: string, options?: CallOptions) => Promise<void>;
}

const roomIdOf = (answer: unknown): string => {
  const id = memberOf(answer, 'id');
  if (typeof id !== 'string' || !/^[0-9a-f]{24}$/.test(id)) throw new VendorError('100ms', 'unexpected-answer');
  return id;
};

/**
 * A client of 100ms' REST interface, for a server. It has no call for live streams, room codes, stream keys or
 * presigned addresses (H1-52, H1-54, H1-56, H1-57): a visit has no use for them.
 * @throws OptionError when a key is missing or the address is not safe.
 */
export const createHmsClient = (options: HmsClientOptions): HmsClient => {
  const { roles, workspace = 'health', now = Date.now, baseUrl = 'https://api.100ms.live/v2' } = options;
  const credentials = {
    accessKey: checkHmsWord('accessKey', options.accessKey),
    secret: checkSecret('secret', options.secret),
  };
  const authorize = async (): Promise<string> => `Bearer ${await signManagementToken(credentials, now())}`;
  const call = createCallVendor('100ms', authorize, { ...options, baseUrl });

  const client: HmsClient = {
    async createRoom(room, { signal } = {}) {
      const body = buildHmsRoom(room);
      const calling = signal === undefined ? {} : { signal };
      const { recording = 'none', region, templateId } = room;
      const templateFindings = verifyHmsTemplate(await client.readTemplate(templateId, calling), { roles, recording });
      if (templateFindings.length > 0) throw new VendorError('100ms', 'room-not-safe', { findings: templateFindings });
      const roomId = roomIdOf(await call({ method: 'POST', path: ['rooms'], body, repeatable: false, ...calling }));
      try {
        const readBack = await client.readRoom(roomId, calling);
        const findings = verifyHmsRoom(readBack, { region, templateId, recording, workspace });
        if (findings.length > 0) throw new VendorError('100ms', 'room-not-safe', { findings });
        return { roomId, name: body.name, region };
      } catch (error) {
        // Nobody may use a room that could not be verified. Without the caller's signal: it may be why we are here.
        await client.disableRoom(roomId).catch(() => undefined);
        throw error;
      }
    },
    // An id becomes part of an address, so it must be one of the vendor's.
    async readRoom(roomId, calling = {}) {
      const path = ['rooms', checkHmsId('roomId', roomId)];
      return call({ method: 'GET', path, repeatable: true, ...calling });
    },
    async readTemplate(templateId, calling = {}) {
      const path = ['templates', checkHmsId('templateId', templateId)];
      return call({ method: 'GET', path, repeatable: true, ...calling });
    },
    async disableRoom(roomId, calling = {}) {
      const path = ['rooms', checkHmsId('roomId', roomId)];
      await call({ method: 'POST', path, body: { enabled: false }, repeatable: true, ...calling });
    },
  };
  return client;
};
