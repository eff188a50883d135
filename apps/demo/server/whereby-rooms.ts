import type { OpaqueId, Role } from '@quietroom/core';
import type { WherebyEmulator } from '@quietroom/emulators/whereby';

/** Where one person finds the vendor's room of a visit: the clinician with the key of the host, everybody else without. */
export type RoomReference = { readonly hostRoomUrl: string } | { readonly roomUrl: string };

/** Makes a locked room for each visit when it is first asked for, as a clinic's server would through the vendor's API. */
export class WherebyRooms {
  readonly #emulator: WherebyEmulator;
  readonly #names = new Map<OpaqueId, string>();

  constructor(emulator: WherebyEmulator) {
    this.#emulator = emulator;
  }

  /** The reference for this role. */
  reference(visit: OpaqueId, role: Role): RoomReference {
    const { registry } = this.#emulator;
    const organisation = registry.addOrganisation('quietroom');
    const name = this.#names.get(visit);
    const room =
      (name === undefined ? undefined : registry.room(organisation.id, name)) ??
      registry.createRoom({ organisationId: organisation.id });
    this.#names.set(visit, room.name);
    const { roomUrl, hostRoomUrl } = registry.address(room);
    return role === 'clinician' ? { hostRoomUrl } : { roomUrl };
  }
}
