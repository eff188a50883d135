export type { AuditDetail, AuditEvent, DropReason } from './audit-event.ts';
export { hashRecord, type AuditRecord, type TrailEvent } from './audit-record.ts';
export { createAuditTrail, type AuditTrail, type AuditTrailOptions, type TrailState } from './create-audit-trail.ts';
export { openingRules, type Opening, type OpeningItem } from './opening.ts';
export { verifyAudit, type AuditProblem, type AuditVerdict } from './verify-audit.ts';
