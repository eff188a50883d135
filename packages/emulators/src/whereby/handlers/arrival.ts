import { randomUUID } from 'node:crypto';
import type { RoleName, SignalClient } from '@whereby.com/media';
import type { Connection } from '../connection.ts';
import type { Arrival } from '../requests.ts';
import type { Room } from '../room.ts';

const roleOf = (room: Room, key: string | null | undefined): RoleName | null => {
  if (key === null || key === undefined || key === '') return 'visitor';
  if (key === room.hostKey) return 'host';
  return room.grantedKeys.has(key) ? 'granted_visitor' : null;
};

const clientOf = (connection: Connection, request: Arrival, roleName: RoleName): SignalClient => ({
  id: connection.selfId,
  displayName: request.displayName ?? 'Guest',
  deviceId: connection.deviceId ?? randomUUID(),
  streams: ['0'],
  isAudioEnabled: request.config?.isAudioEnabled ?? true,
  isVideoEnabled: request.config?.isVideoEnabled ?? true,
  role: { roleName },
  startedCloudRecordingAt: null,
  startedLiveTranscriptionAt: null,
  breakoutGroup: null,
  externalId: request.externalId ?? null,
  isDialIn: request.isDialIn ?? false,
  isAudioRecorder: request.isAudioRecorder ?? false,
});

/** Lets somebody in who may come in: with a key, by the claim of an earlier connection, or because it is open. */
export const joinRoom = (connection: Connection, request: Arrival): void => {
  const room = connection.registry.room(request.organizationId, request.roomName);
  if (!room) {
    connection.emit('room_joined', { error: 'room_unclaimed' });
    return;
  }
  const role = roleOf(room, request.roomKey);
  if (role === null) {
    connection.emit('room_joined', { error: 'invalid_key' });
    return;
  }
  connection.depart();
  const earlier = request.clientClaim ? room.claims.get(request.clientClaim) : undefined;
  const returns = earlier !== undefined && earlier.deviceId === connection.deviceId;
  if (returns) {
    connection.selfId = earlier.clientId;
    // The old connection may not have noticed yet that it is dead.
    const old = room.occupants.get(earlier.clientId)?.connection;
    if (old) old.seat = null;
    room.leave(earlier.clientId);
  }
  if (room.locked && role === 'visitor' && !returns) {
    connection.emit('room_joined', {
      error: 'room_locked',
      isClaimed: true,
      isLocked: true,
      selfId: connection.selfId,
    });
    return;
  }
  if (room.occupants.size >= room.capacity) {
    connection.emit('room_joined', { error: 'room_full', isClaimed: true });
    room.tell(null, 'client_unable_to_join', { displayName: request.displayName ?? '', error: 'room_full' });
    return;
  }
  const client = clientOf(connection, request, role);
  const clientClaim = returns && request.clientClaim ? request.clientClaim : randomUUID();
  room.claims.set(clientClaim, { clientId: client.id, deviceId: client.deviceId });
  connection.seat = { room, client };
  room.enter(client, connection);
  connection.emit('room_joined', {
    selfId: client.id,
    clientClaim,
    eventClaim: randomUUID(),
    breakoutGroup: null,
    room: room.describe(client),
  });
};

/** Waits at a locked room; the hosts are told. */
export const knockRoom = (connection: Connection, request: Arrival): void => {
  const room = connection.registry.room(request.organizationId, request.roomName);
  if (!room || connection.seat) return;
  connection.knockingAt?.endKnock(connection.selfId);
  connection.knockingAt = room;
  const knocker = {
    clientId: connection.selfId,
    displayName: request.displayName ?? null,
    imageUrl: null,
    liveVideo: false,
  };
  room.knockers.set(connection.selfId, {
    connection,
    knocker: { ...knocker, userAvatarUrl: null, userId: null },
  });
  room.tellHosts('room_knocked', knocker);
};

/** Takes the knock back. */
export const cancelKnock = (connection: Connection): void => {
  connection.knockingAt?.endKnock(connection.selfId);
  connection.knockingAt = null;
};

/** Leaves the room and says so to who leaves. */
export const leaveRoom = (connection: Connection): void => {
  connection.depart();
  connection.emit('room_left');
};
