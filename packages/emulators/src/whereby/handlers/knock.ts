import { randomUUID } from 'node:crypto';
import type { Connection } from '../connection.ts';
import type { RequestOf } from '../requests.ts';

/**
 * Answers a knock. Anybody in the room may: the SDK asks nobody's role before it sends this, and what the vendor's
 * server would say is unknown, so this one is the server that a page must not rely on.
 */
export const handleKnock = (connection: Connection, request: RequestOf<'handle_knock'>): void => {
  const room = connection.seat?.room;
  const knock = room?.knockers.get(request.clientId);
  if (!room || !knock) return;
  const { clientId, knockResponse } = request;
  const response = knockResponse.sender ? { sender: withoutEmpty(knockResponse.sender) } : {};
  const answer = {
    clientId,
    knockResponse: { ...response, ...(knockResponse.message !== undefined && { message: knockResponse.message }) },
  };
  if (request.action === 'hold') {
    knock.connection.emit('knock_handled', { ...answer, resolution: 'on_hold' });
    return;
  }
  knock.connection.knockingAt = null;
  if (request.action === 'accept') {
    const roomKey = `granted.${randomUUID()}`;
    room.grantedKeys.add(roomKey);
    const metadata = { roomKey, roomName: room.name };
    knock.connection.emit('knock_handled', { ...answer, resolution: 'accepted', metadata });
  } else {
    knock.connection.emit('knock_handled', { ...answer, resolution: 'rejected' });
  }
  room.endKnock(clientId);
};

const withoutEmpty = (sender: { displayName?: string | null | undefined; avatarUrl?: string | null | undefined }) => ({
  displayName: sender.displayName ?? null,
  avatarUrl: sender.avatarUrl ?? null,
});
