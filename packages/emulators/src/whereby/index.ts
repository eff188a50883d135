export { attachWherebyEmulator } from './attach.ts';
export { WherebyEmulator, type WherebyEmulatorOptions } from './emulator.ts';
export type { Ledger, Received } from './ledger.ts';
export type { Organisation, Registry, RoomAddress } from './registry.ts';
export { dialsIn, robotEnters, robotLeaves } from './robots.ts';
export type { Occupant, RobotRole, Room, RoomOptions } from './room.ts';
export type { Script, ScriptRule } from './script.ts';
export { wherebyHosts, wherebyPrefix, type Service } from './services.ts';
export type { TelemetrySink } from './telemetry-sink.ts';
