export type { Entry } from '../ledger.ts';
export type { InspectedPeer, Inspection } from './commands.ts';
export { controlHms, type HmsControl } from './control-hms.ts';
