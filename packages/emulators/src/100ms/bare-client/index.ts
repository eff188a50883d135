export { arrive, enter, type BareClient } from './bare-client.ts';
export { withDrawnScreen } from './drawn-screen.ts';
export { eventually } from '../../stand-in/eventually.ts';
export { loadBareClient } from './load-bare-client.ts';
export { moves, showing, type ShownTrack } from './moves.ts';
