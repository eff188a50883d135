export { arrive, enter, type BareClient } from './bare-client.ts';
export { eventually } from './eventually.ts';
export { loadBareClient } from './load-bare-client.ts';
export { moves } from './moves.ts';
