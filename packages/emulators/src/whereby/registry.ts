import { randomUUID } from 'node:crypto';
import { Room, type RoomOptions } from './room.ts';

/** A customer of the vendor. */
export interface Organisation {
  readonly id: string;
  /** `clinic` in `https://clinic.whereby.com/…`. */
  readonly subdomain: string;
}

/** Where a room is, as the vendor's REST API says it. */
export interface RoomAddress {
  readonly roomUrl: string;
  /** The same with the key of the host, for the clinician's page only. */
  readonly hostRoomUrl: string;
}

/** The organisations and their rooms. */
export class Registry {
  readonly #organisations = new Map<string, Organisation>();
  readonly #rooms = new Map<string, Room>();

  /** Adds an organisation, or finds it. */
  addOrganisation(subdomain: string): Organisation {
    const known = this.organisation(subdomain);
    if (known) return known;
    const organisation = { id: randomUUID(), subdomain };
    this.#organisations.set(organisation.id, organisation);
    return organisation;
  }

  /** The organisation of a subdomain. */
  organisation(subdomain: string): Organisation | undefined {
    return [...this.#organisations.values()].find((organisation) => organisation.subdomain === subdomain);
  }

  /** Every room. */
  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /** Makes a room. */
  createRoom(options: RoomOptions): Room {
    const room = new Room(options);
    this.#rooms.set(`${room.organisationId} ${room.name}`, room);
    return room;
  }

  /** A room by its organisation and its path. */
  room(organisationId: string, name: string): Room | undefined {
    return this.#rooms.get(`${organisationId} ${name}`);
  }

  /** Removes a room; whoever is in it is thrown out. */
  deleteRoom(room: Room): void {
    this.#rooms.delete(`${room.organisationId} ${room.name}`);
    for (const { client, connection } of room.occupants.values()) {
      connection?.emit('client_kicked', { clientId: client.id });
      if (connection) connection.seat = null;
    }
    room.occupants.clear();
  }

  /** Where a room is. */
  address(room: Room): RoomAddress {
    const organisation = this.#organisations.get(room.organisationId);
    const roomUrl = `https://${organisation?.subdomain ?? 'unknown'}.whereby.com${room.name}`;
    return { roomUrl, hostRoomUrl: `${roomUrl}?roomKey=${room.hostKey}` };
  }
}
