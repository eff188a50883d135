import { createOpaqueId, parseOpaqueId, roles as allRoles, type OpaqueId, type Role } from '@quietroom/core';
import { SignJWT } from 'jose';
import { OptionError, refuseUnknownOptions } from '../vendor/option-error.ts';
import { checkSecret } from '../vendor/secret.ts';
import { checkHmsId, checkHmsWord } from './identifiers.ts';
import type { HmsCredentials } from './management-token.ts';
import { createOneTimeIds, type OneTimeIds } from '../vendor/one-time-ids.ts';
import type { HmsRoles } from './verify-template.ts';

/** How tokens are made. */
export interface HmsTokenDeskOptions extends HmsCredentials {
  /** The vendor's role for each of ours. Who has none here gets no token. */
  readonly roles: HmsRoles;
  /** `required`: a clinician's token needs a login with a second factor (B-14). Default `optional`. */
  readonly clinicianMfa?: 'required' | 'optional';
  /** Default: in memory, for one server. */
  readonly tokenIds?: OneTimeIds;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly crypto?: Pick<Crypto, 'getRandomValues'>;
}

/** Who a token is for. Everything comes from the host's own records, never from the page. */
export interface HmsTokenRequest {
  /** The vendor's id of the room. */
  readonly roomId: string;
  /** Who they are in this visit: the `sub` of their visit pass (H1-48). The vendor sees and keeps it. */
  readonly sub: OpaqueId;
  readonly role: Role;
  /** Until they are admitted: the role without any right. */
  readonly waiting?: boolean;
  /** When the booked visit ends, in milliseconds since the epoch. */
  readonly visitEnds: number;
  /** Whether their login had a second factor. Written into a clinician's token as `amr`. */
  readonly secondFactor?: boolean;
  /** The token's id, for hosts that keep their own. Each is used once (B-12). Default: a new one. */
  readonly tokenId?: OpaqueId;
}

/** A token that was minted. */
export interface HmsToken {
  /** For `join`. A secret of one person. */
  readonly token: string;
  readonly tokenId: OpaqueId;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Mints the tokens people join with. */
export interface HmsTokenDesk {
  /**
   * Mints a token: one person, one room, the smallest role, until an hour after the visit and never longer than 4
   * hours. The SDK asks again when it reconnects: mint a new one then, for the same `sub`.
   * @throws OptionError naming what is wrong; nothing was minted then.
   */
  readonly mint: (request: HmsTokenRequest) => Promise<HmsToken>;
}

const hour = 3_600_000;
const longest = 4 * hour;
/** How far our clock may be ahead of the vendor's, in seconds. */
const skew = 30;
const requestMembers = ['roomId', 'sub', 'role', 'waiting', 'visitEnds', 'secondFactor', 'tokenId'];

/** @throws OptionError */
const checkRoles = (roles: HmsRoles): HmsRoles => {
  refuseUnknownOptions('roles', roles, [...allRoles, 'waiting']);
  const names = Object.values(roles).map((name) => checkHmsWord('roles', name));
  if (new Set(names).size !== names.length || names.length === 0) {
    throw new OptionError('roles', 'One role must not stand for two.', 'Give each of our roles a role of its own.');
  }
  return { ...roles };
};

const endOf = (visitEnds: unknown, now: number): number => {
  const end = typeof visitEnds === 'number' ? Math.min(visitEnds + hour, now + longest) : Number.NaN;
  if (end > now) return end;
  throw new OptionError(
    'visitEnds',
    'The visit is over, or has no end.',
    'Give milliseconds since the epoch; for a visit that runs late, move its end in your records.',
  );
};

/**
 * Opens the desk that mints 100ms tokens. It checks what a token is made of, not who asks: call `mint` only within the
 * person's own login.
 * @throws OptionError when a key or a role is wrong.
 */
export const createHmsTokenDesk = (options: HmsTokenDeskOptions): HmsTokenDesk => {
  const { clinicianMfa = 'optional', now = Date.now, crypto = globalThis.crypto } = options;
  const { tokenIds = createOneTimeIds(now) } = options;
  const accessKey = checkHmsWord('accessKey', options.accessKey);
  const secret = new TextEncoder().encode(checkSecret('secret', options.secret));
  const vendorRoles = checkRoles(options.roles);
  if (!['required', 'optional'].includes(clinicianMfa)) {
    throw new OptionError('clinicianMfa', 'There is no such choice.', 'Give required or optional.');
  }

  const roleOf = ({ role, waiting = false }: HmsTokenRequest): string => {
    const wanted = waiting ? 'waiting' : role;
    // Asked of the list and not of the object, which also knows words like `constructor`.
    const vendorRole = allRoles.includes(role) && Object.hasOwn(vendorRoles, wanted) ? vendorRoles[wanted] : undefined;
    if (vendorRole !== undefined && typeof waiting === 'boolean') return vendorRole;
    throw new OptionError('role', 'Nobody joins without a role.', 'Give a role that `roles` knows, from their login.');
  };

  return {
    mint: async (request) => {
      refuseUnknownOptions('request', request, requestMembers);
      const time = now();
      const roomId = checkHmsId('roomId', request.roomId);
      const vendorRole = roleOf(request);
      const expires = Math.floor(endOf(request.visitEnds, time) / 1000);
      const sub = parseOpaqueId(request.sub);
      if (sub === null) {
        throw new OptionError('sub', 'The vendor keeps it as it is.', 'Give the `sub` of their visit pass.');
      }
      const withMfa = request.role === 'clinician' && request.secondFactor === true;
      if (request.role === 'clinician' && clinicianMfa === 'required' && !withMfa) {
        throw new OptionError('secondFactor', 'Clinicians sign in with a second factor here.', 'Ask for it first.');
      }
      const tokenId = request.tokenId === undefined ? createOpaqueId(crypto) : parseOpaqueId(request.tokenId);
      if (tokenId === null || !(await tokenIds.claim(tokenId, expires * 1000))) {
        throw new OptionError(
          'tokenId',
          'Every token has an id of its own, used once.',
          'Leave it out, or draw a new one.',
        );
      }
      const seconds = Math.floor(time / 1000);
      const token = await new SignJWT({
        access_key: accessKey,
        room_id: roomId,
        user_id: sub,
        role: vendorRole,
        type: 'app',
        version: 2,
        ...(withMfa ? { amr: ['mfa'] } : {}),
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setJti(tokenId)
        .setIssuedAt(seconds)
        .setNotBefore(seconds - skew)
        .setExpirationTime(expires)
        .sign(secret);
      return { token, tokenId, expires: expires * 1000 };
    },
  };
};
