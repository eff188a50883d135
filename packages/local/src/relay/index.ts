export type { RelayEvent } from './relay-event.ts';
export { createRelay, type Relay, type RelayOptions } from './relay.ts';
export { createTurnDesk, type IceServer, type TurnDesk, type TurnDeskOptions } from './turn-desk.ts';
