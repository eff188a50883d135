export type { CreatedRoom, Inspection } from './commands.ts';
export { controlWhereby, type WherebyControl } from './control-whereby.ts';
