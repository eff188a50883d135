export type { IceServerSource } from './adapter/ice-servers.ts';
export { local, type LocalOptions } from './adapter/local.ts';
