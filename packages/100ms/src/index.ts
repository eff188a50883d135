export type { HmsFacts } from './facts.ts';
export { hms, RoomIdError, type HmsOptions } from './hms.ts';
export { RecordingStorageMissing } from './recording-storage-missing.ts';
export { TemplateRolesError, type HmsRoles } from './template-roles.ts';
