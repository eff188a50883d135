import { randomUUID } from 'node:crypto';
import type { SignalClient } from '@whereby.com/media';
import type { RobotRole, Room } from './room.ts';

const participant = (fields: Partial<SignalClient>): SignalClient => ({
  id: randomUUID(),
  displayName: '',
  deviceId: randomUUID(),
  streams: [],
  isAudioEnabled: false,
  isVideoEnabled: false,
  role: { roleName: 'none' },
  startedCloudRecordingAt: null,
  startedLiveTranscriptionAt: null,
  breakoutGroup: null,
  externalId: null,
  isDialIn: false,
  isAudioRecorder: false,
  ...fields,
});

/** A program comes in: a recorder, or the streamer that carries the room to the outside. Returns its id. */
export const robotEnters = (room: Room, roleName: RobotRole): string => {
  const client = participant({
    displayName: roleName,
    role: { roleName },
    startedCloudRecordingAt: roleName === 'recorder' ? new Date().toISOString() : null,
  });
  room.enter(client, null);
  return client.id;
};

/** The program of this role goes, if it was there. */
export const robotLeaves = (room: Room, roleName: RobotRole): boolean => {
  const client = room.find(roleName);
  return client !== undefined && room.leave(client.id);
};

/** Somebody calls in by telephone; the room shows their number. Returns their id. */
export const dialsIn = (room: Room, telephoneNumber: string): string => {
  const client = participant({
    displayName: telephoneNumber,
    role: { roleName: 'visitor' },
    isDialIn: true,
    isAudioEnabled: true,
  });
  room.enter(client, null);
  return client.id;
};
