import { participantId, type ParticipantId } from '@quietroom/core';
import type { RtcManager } from '@whereby.com/media';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isConnection = (value: unknown): value is RTCPeerConnection => isObject(value) && 'getSenders' in value;

/** The client's connections from browser to browser, by participant. None in rooms with a media server. */
export const directConnections = (manager: RtcManager | null): ReadonlyMap<ParticipantId, RTCPeerConnection> => {
  const sessions: unknown = manager && Reflect.get(manager, 'peerConnections');
  const found = new Map<ParticipantId, RTCPeerConnection>();
  for (const [id, session] of isObject(sessions) ? Object.entries(sessions) : []) {
    const connection: unknown = isObject(session) ? Reflect.get(session, 'pc') : null;
    if (isConnection(connection)) found.set(participantId(id), connection);
  }
  return found;
};
