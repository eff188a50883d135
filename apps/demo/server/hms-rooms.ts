import type { OpaqueId, Role } from '@quietroom/core';
import type { HmsEmulator } from '@quietroom/emulators/100ms';
import { createHmsTokenDesk, type HmsTokenDesk } from '@quietroom/server';

/** The vendor's role for each of ours, as in the template of the stand-in. */
const roles = {
  clinician: 'clinician',
  patient: 'patient',
  interpreter: 'interpreter',
  family: 'family',
  observer: 'observer',
  waiting: 'waiting',
} as const;

/** The vendor's room of a visit, and what its roles are called. */
export interface HmsRoomReference {
  readonly roomId: string;
  readonly roles: typeof roles;
}

const hour = 3_600_000;

/** Makes a room for each visit, with a bucket for its recordings, when it is first asked for, and mints tokens for it, as a clinic's server would. */
export class HmsRooms {
  readonly #emulator: HmsEmulator;
  readonly #desk: HmsTokenDesk;
  readonly #ids = new Map<OpaqueId, string>();

  constructor(emulator: HmsEmulator) {
    this.#emulator = emulator;
    this.#desk = createHmsTokenDesk({ ...emulator.registry.account, roles });
  }

  /** The room of a visit. */
  reference(visit: OpaqueId): HmsRoomReference {
    const roomId = this.#ids.get(visit) ?? this.#emulator.registry.createRoom({ name: visit, storage: true }).id;
    this.#ids.set(visit, roomId);
    return { roomId, roles };
  }

  /** A token for one person: a clinician comes in, everybody else waits to be admitted. */
  async token(visit: OpaqueId, sub: OpaqueId, role: Role): Promise<string> {
    const { roomId } = this.reference(visit);
    const { token } = await this.#desk.mint({
      roomId,
      sub,
      role,
      waiting: role !== 'clinician',
      visitEnds: Date.now() + hour,
    });
    return token;
  }
}
