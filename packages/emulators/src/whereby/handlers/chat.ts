import { randomUUID } from 'node:crypto';
import type { Connection } from '../connection.ts';
import type { RequestOf } from '../requests.ts';

/** A chat message: to everybody in the room, its writer included. There is no other kind. */
export const chatMessage = (connection: Connection, request: RequestOf<'chat_message'>): void => {
  const { seat } = connection;
  if (!seat) return;
  if (request.text.length > seat.room.longestText) {
    connection.emit('chat_message', { error: 'too_long_text' });
    return;
  }
  const { parentId, breakoutGroup, broadcast } = request;
  seat.room.tell(null, 'chat_message', {
    id: randomUUID(),
    messageType: 'text',
    roomName: seat.room.name,
    senderId: seat.client.id,
    sig: randomUUID(),
    text: request.text,
    timestamp: new Date().toISOString(),
    userId: '',
    ...(parentId !== undefined && { parentId }),
    ...(breakoutGroup !== undefined && { breakoutGroup }),
    ...(broadcast !== undefined && { broadcast }),
  });
};

/** Takes a message back. */
export const removeChatMessage = (connection: Connection, { id }: RequestOf<'remove_chat_message'>): void => {
  connection.seat?.room.tell(null, 'chat_message_removed', { id, requestedByClientId: connection.selfId });
};

/** Files are not taken: the product never sends one. */
export const refuseFiles = (connection: Connection): void => {
  connection.emit('chat_message', { error: 'file_sharing_not_enabled' });
};
