import type { AuditLog } from '../audit/audit-log.ts';
import { consentSubjects } from '../consent/consent.ts';
import type { VisitModel } from './visit-model.ts';

/** Writes down whenever the room says that a recording or captions began or ended. Call it after every report. */
export const createCaptureAudit = (model: VisitModel, audit: Pick<AuditLog, 'record'>): (() => void) => {
  const before: Record<(typeof consentSubjects)[number], boolean | 'unknown'> = { recording: false, captions: false };
  return () => {
    for (const subject of consentSubjects) {
      const on = model.facts.get().room[subject];
      if (on === before[subject]) continue;
      before[subject] = on;
      audit.record({ type: 'capture-changed', subject, on });
    }
  };
};
