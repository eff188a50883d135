import type { Announcement } from '../announcements/announcement.ts';
import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import type { RoomPatch } from '../contract/room-patch.ts';
import type { Credentials } from './credentials.ts';
import type { VisitModel } from './visit-model.ts';

/** What looking at knocks works with. */
export interface KnockChecks {
  readonly model: VisitModel;
  readonly credentials: Pick<Credentials, 'check'>;
  readonly announce: (announcement: Announcement) => void;
  /** Whether the visit still goes on. */
  readonly alive: () => boolean;
  /** The visit that this page's own pass names; null without one, and then nobody's can be checked. */
  readonly visit: () => OpaqueId | null;
}

/** Checks the pass of everybody who asks to be let in. Who cannot be checked is announced all the same, as a guest. */
export const createKnockChecks =
  ({ model, credentials, announce, alive, visit }: KnockChecks) =>
  (patch: RoomPatch): void => {
    for (const id of Object.keys(patch.knocks ?? {}) as ParticipantId[]) {
      const knock = patch.knocks?.[id];
      const own = visit();
      if (!knock || own === null || model.state.get().knocks[id]?.verified === true) continue;
      const token = knock.claims.pass;
      const asGuest = (): void => {
        if (alive() && model.view().knocks[id] !== undefined) announce({ type: 'someone-knocks', participant: id });
      };
      if (token === undefined) {
        asGuest();
        continue;
      }
      credentials.check(token, own).then((pass) => {
        const { claims } = model.view().knocks[id] ?? { claims: null };
        if (!alive() || claims?.pass !== token) return;
        if ((claims.sub ?? pass.sub) === pass.sub) model.proveKnock(id, pass);
        else asGuest();
      }, asGuest);
    }
  };
