import { browserEnvironment, createVisit, type Visit } from '@quietroom/core';
import { createAuditTrail, type AuditTrail } from '@quietroom/core/audit';
import type { ClinicSession } from '../clinic-api.ts';
import { blur, noiseSuppression } from '@quietroom/effects';
import { adapterFor } from './adapter-for.ts';
import { askForPass } from './ask-for-pass.ts';
import { policyFor } from './policy-for.ts';

/** The visit of whoever is signed in. The clinic gets a chained trail of each time they join, and every receipt. */
export const openVisit = (session: ClinicSession, recording: boolean): Visit => {
  const environment = browserEnvironment();
  let trail: AuditTrail | null = null;
  return createVisit({
    adapter: adapterFor(session, recording),
    role: session.role,
    policy: policyFor(recording),
    environment,
    effects: [blur({ assets: '/effects/' }), noiseSuppression({ assets: '/effects/' })],
    pass: (publicKey) => askForPass(session, publicKey),
    trust: session.trust,
    onAudit: (event) => {
      trail ??= createAuditTrail({
        environment,
        visit: session.visit,
        deliver: (lines) => session.keepAudit(lines),
        // The page is going away: nobody is left to be told that it failed.
        lastChance: (lines) => void session.keepAudit(lines).catch(() => undefined),
      });
      trail.onAudit(event);
      if (event.type !== 'visit-ended') return;
      void trail.close();
      trail = null;
    },
    // A receipt that the clinic did not take is gone: a real clinic would keep it and send it again.
    onConsent: (receipt) => void session.keepReceipt(receipt).catch(() => undefined),
  });
};
