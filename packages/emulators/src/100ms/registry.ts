import { randomBytes } from 'node:crypto';
import { mintAppToken, readAppToken, type Account, type AppClaims } from './app-token.ts';
import type { Ledger } from './ledger.ts';
import { Room, type RoomOptions } from './room.ts';
import { WireError } from './wire.ts';

/** An account of the vendor's and its rooms. */
export class Registry {
  readonly account: Account;
  readonly #ledger: Ledger;
  readonly #rooms = new Map<string, Room>();

  constructor(account: Account | undefined, ledger: Ledger) {
    this.account = account ?? {
      accessKey: randomBytes(12).toString('hex'),
      secret: randomBytes(32).toString('base64url'),
    };
    this.#ledger = ledger;
  }

  /** Every room. */
  get rooms(): readonly Room[] {
    return [...this.#rooms.values()];
  }

  /** Makes a room. */
  createRoom(options: RoomOptions = {}): Room {
    const room = new Room(options, this.#ledger);
    this.#rooms.set(room.id, room);
    return room;
  }

  /** A room by its id. */
  room(id: string): Room | undefined {
    return this.#rooms.get(id);
  }

  /** A token of this account, as a customer's server would make it. `lifetime` in seconds; a negative one has passed. */
  mintToken(claims: AppClaims, lifetime?: number): string {
    return mintAppToken(this.account, claims, lifetime);
  }

  /** Who comes with this token, and where to. @throws WireError 401 for a bad token, 404 for no such room or role, 403 for a closed one */
  admit(token: string): { readonly room: Room; readonly claims: AppClaims } {
    const read = readAppToken(this.account, token);
    if ('refused' in read) throw new WireError(401, `Token validation error: ${read.refused}`);
    const { claims } = read;
    const room = this.#rooms.get(claims.roomId);
    if (!room) throw new WireError(404, 'room not found');
    if (!Object.hasOwn(room.template.roles, claims.role)) throw new WireError(404, 'role not found');
    if (room.closed) throw new WireError(403, 'room is disabled');
    return { room, claims };
  }
}
