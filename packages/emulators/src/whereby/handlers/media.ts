import type { Connection } from '../connection.ts';
import type { RequestOf } from '../requests.ts';

/** A microphone went on or off: the others are told. */
export const enableAudio = (connection: Connection, { enabled }: RequestOf<'enable_audio'>): void => {
  const { seat } = connection;
  if (!seat) return;
  seat.client.isAudioEnabled = enabled;
  seat.room.tell(connection, 'audio_enabled', { clientId: seat.client.id, isAudioEnabled: enabled });
};

/** A camera went on or off: the others are told. */
export const enableVideo = (connection: Connection, { enabled }: RequestOf<'enable_video'>): void => {
  const { seat } = connection;
  if (!seat) return;
  seat.client.isVideoEnabled = enabled;
  seat.room.tell(connection, 'video_enabled', { clientId: seat.client.id, isVideoEnabled: enabled });
};

/** A name or a raised hand changed: the others are told. */
export const sendMetadata = (connection: Connection, { type, payload }: RequestOf<'send_client_metadata'>): void => {
  const { seat } = connection;
  if (!seat) return;
  seat.client.displayName = payload.displayName ?? seat.client.displayName;
  seat.room.tell(connection, 'client_metadata_received', {
    type,
    payload: {
      clientId: seat.client.id,
      displayName: seat.client.displayName,
      stickyReaction: payload.stickyReaction ?? null,
    },
  });
};

/** A screen is about to be sent, to everybody or to somebody who came later. */
export const startScreenshare = (connection: Connection, request: RequestOf<'start_screenshare'>): void => {
  const { seat } = connection;
  if (!seat) return;
  const { streamId, hasAudioTrack, receiverId } = request;
  if (!seat.client.streams.includes(streamId)) seat.client.streams.push(streamId);
  const started = { clientId: seat.client.id, streamId, hasAudioTrack };
  if (receiverId) seat.room.occupants.get(receiverId)?.connection?.emit('screenshare_started', started);
  else seat.room.tell(connection, 'screenshare_started', started);
};

/** A screen is sent no longer. */
export const stopScreenshare = (connection: Connection, { streamId }: RequestOf<'stop_screenshare'>): void => {
  const { seat } = connection;
  if (!seat) return;
  seat.client.streams = seat.client.streams.filter((id) => id !== streamId);
  seat.room.tell(connection, 'screenshare_stopped', { clientId: seat.client.id, streamId });
};

/** Where a browser finds TURN servers: nowhere, on one machine. */
export const fetchMediaServers = (connection: Connection): void => {
  connection.emit('mediaserver_config', { iceServers: [], turnServers: [], mediaserverConfigTtlSeconds: 86_400 });
};
