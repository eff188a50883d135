export { findIdentifiers, type FindIdentifiersOptions, type TextUse } from './find-identifiers.ts';
export type { IdentifierKind } from './identifier.ts';
export { createLogoff, type Logoff, type LogoffLimits, type LogoffState } from './create-logoff.ts';
export { diagnoseVisit } from './diagnose-visit.ts';
