export { attestables, type Attestable } from '@quietroom/core/policy';
export { attestationsAsked } from './check-attestations.ts';
export type { CheckName } from './check.ts';
export type { Deployment, InstalledSdk, RoomsToCheck, WebhookToCheck } from './deployment.ts';
export { diagnose, type CheckReport, type DiagnoseOptions, type Diagnosis, type DiagnosisVerdict } from './diagnose.ts';
export { formatDiagnosis } from './report.ts';
