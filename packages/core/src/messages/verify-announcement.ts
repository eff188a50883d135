import type { DropReason } from '../audit/audit-event.ts';
import type { Environment } from '../contract/environment.ts';
import type { OpaqueId } from '../contract/identity.ts';
import type { RoomClaims } from '../contract/room-patch.ts';
import { publicKeyThumbprint } from '../display-name/pass-keys.ts';
import { verifyVisitPass, type Trust, type VisitPass } from '../display-name/visit-pass.ts';
import type { KeyAnnouncement } from './envelope-codec.ts';
import { importAnnouncedKey } from './sealing.ts';

/** Who somebody says they are, vouched for by the host's server. Whether they hold the key is not proved yet. */
export interface AnnouncedIdentity {
  readonly pass: VisitPass;
  readonly key: CryptoKey;
}

/** What an announcement is checked against. */
export interface AnnouncementChecks {
  readonly trust: Trust;
  readonly visit: OpaqueId;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What the room says about the participant it came from. */
  readonly claims: RoomClaims;
  readonly crypto: Pick<Environment['crypto'], 'subtle'>;
}

/** The identity in an announcement, or why it counts for nothing. Never throws. */
export const verifyAnnouncement = async (
  announcement: KeyAnnouncement,
  { trust, visit, now, claims, crypto }: AnnouncementChecks,
): Promise<AnnouncedIdentity | DropReason> => {
  try {
    const thumbprint = await publicKeyThumbprint(announcement.publicKey, crypto);
    const pass = await verifyVisitPass(announcement.pass, { trust, now, thumbprint });
    if (pass.visit !== visit) return 'other-visit';
    if (claims.sub !== undefined && claims.sub !== pass.sub) return 'pass-disagrees-with-room';
    if (claims.role !== undefined && claims.role !== pass.role) return 'pass-disagrees-with-room';
    if (claims.host === false && pass.role === 'clinician') return 'pass-disagrees-with-room';
    return { pass, key: await importAnnouncedKey(announcement.publicKey, crypto) };
  } catch {
    return 'no-valid-pass';
  }
};
