export type { RelayEvent } from './relay-event.ts';
export { createRelay, type Relay, type RelayOptions } from './relay.ts';
