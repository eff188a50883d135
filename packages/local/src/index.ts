export { local, type LocalOptions } from './adapter/local.ts';
