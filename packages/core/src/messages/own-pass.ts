import type { Clock } from '../contract/environment.ts';
import { verifyVisitPass } from '../display-name/visit-pass.ts';
import type { MessageSession } from './message-session.ts';

/** A pass with less than this left is renewed before it is announced, in milliseconds. */
const margin = 30_000;

/** Gives this page's pass to announce, renewed when it is about to expire and the host offers it. Never rejects. */
export const createOwnPass = (session: MessageSession, clock: Clock): (() => Promise<string>) => {
  const { sub, visit, thumbprint } = session.identity;
  let current = { token: session.pass, expires: session.identity.expires };
  let renewing: Promise<void> | null = null;

  const renew = async (renewPass: () => Promise<string>): Promise<void> => {
    try {
      const token = await renewPass();
      const pass = await verifyVisitPass(token, { trust: session.trust, now: 'fresh', visit, thumbprint });
      // A pass for somebody else is not this page's to announce.
      if (pass.sub === sub) current = { token, expires: pass.expires };
    } catch {
      // The old one is announced; it is tried again with the next announcement.
    }
  };

  return async () => {
    const renewPass = session.renewPass?.bind(session);
    if (renewPass !== undefined && current.expires - (session.hostTime?.() ?? clock.now()) < margin) {
      renewing ??= renew(renewPass).finally(() => {
        renewing = null;
      });
      await renewing;
    }
    return current.token;
  };
};
