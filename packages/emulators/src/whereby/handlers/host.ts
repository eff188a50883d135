import type { Connection } from '../connection.ts';
import type { RequestOf } from '../requests.ts';

const roomOfHost = (connection: Connection) =>
  connection.seat?.client.role.roleName === 'host' ? connection.seat.room : null;

/** Locks or opens the room. */
export const setLock = (connection: Connection, { locked }: RequestOf<'set_lock'>): void => {
  const room = roomOfHost(connection);
  if (!room) return;
  room.locked = locked;
  room.tell(null, 'room_locked', { isLocked: locked });
};

/** Removes people: one, or at the end of a meeting all of them. */
export const kickClient = (connection: Connection, request: RequestOf<'kick_client'>): void => {
  const room = roomOfHost(connection);
  if (!room) return;
  for (const clientId of request.clientIds ?? (request.clientId === undefined ? [] : [request.clientId])) {
    const kicked = room.occupants.get(clientId);
    if (!kicked) continue;
    kicked.connection?.emit('client_kicked', { clientId });
    if (kicked.connection) kicked.connection.seat = null;
    for (const [claim, owner] of room.claims) if (owner.clientId === clientId) room.claims.delete(claim);
    room.leave(clientId);
  }
};

/** Asks people to mute or unmute; their own page does it, or asks them. */
export const requestMedia =
  (event: 'audio_enable_requested' | 'video_enable_requested') =>
  (connection: Connection, { clientIds, enable }: RequestOf<'request_audio_enable'>): void => {
    const room = roomOfHost(connection);
    for (const clientId of clientIds) {
      room?.occupants.get(clientId)?.connection?.emit(event, { requestedByClientId: connection.selfId, enable });
    }
  };

/** Shows somebody large to everybody, or no longer. */
export const spotlight =
  (lit: boolean) =>
  (connection: Connection, { clientId, streamId }: RequestOf<'add_spotlight'>): void => {
    const room = roomOfHost(connection);
    if (!room) return;
    const index = room.spotlights.findIndex((one) => one.clientId === clientId && one.streamId === streamId);
    if (lit === (index !== -1)) return;
    if (lit) room.spotlights.push({ clientId, streamId });
    else room.spotlights.splice(index, 1);
    const payload = { clientId, streamId, requestedByClientId: connection.selfId };
    room.tell(null, lit ? 'spotlight_added' : 'spotlight_removed', payload);
  };
