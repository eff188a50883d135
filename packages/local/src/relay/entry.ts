import {
  RoomError,
  type Challenge,
  type Environment,
  type OpaqueId,
  type Trust,
  type VisitPass,
} from '@quietroom/core';
import { publicKeyThumbprint, verifyVisitPass } from '@quietroom/core/passes';
import { fromBase64url } from '../protocol/base64url.ts';
import type { ClientMessage } from '../protocol/client-message.ts';

/** What an entry is checked against. */
export interface EntryChecks {
  readonly room: OpaqueId;
  readonly trust: Trust;
  readonly now: number;
  readonly crypto: Environment['crypto'];
  readonly challenge: Challenge;
}

/**
 * Whether somebody may enter: a pass of the host's server for this very room, bound to a key whose private half they
 * have just proved to hold.
 */
export const checkEntry = async (
  { pass, publicKey, answer }: Extract<ClientMessage, { type: 'enter' }>,
  { room, trust, now, crypto, challenge }: EntryChecks,
): Promise<VisitPass | 'pass-refused' | 'pass-expired'> => {
  const key = fromBase64url(publicKey);
  const proof = fromBase64url(answer);
  if (key === null || proof === null) return 'pass-refused';
  try {
    const thumbprint = await publicKeyThumbprint(key, crypto);
    const verified = await verifyVisitPass(pass, { trust, now, visit: room, thumbprint });
    return (await challenge.verify(proof, key)) ? verified : 'pass-refused';
  } catch (error) {
    return error instanceof RoomError && error.code === 'pass-expired' ? 'pass-expired' : 'pass-refused';
  }
};
