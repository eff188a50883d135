import { createOpaqueId, createPseudonym, type RoomAdapter, type RoomPatch, type TrackId } from '@quietroom/core';
import { enter, loadBareClient } from '@quietroom/emulators/whereby/bare-client';
import { redirectWhereby } from '@quietroom/emulators/whereby/redirect';
import { whereby } from '@quietroom/whereby';
import { answer, drawn, openDevices, screen, vendorAddress, type JoinTimes } from '../join-vendor/in-page.ts';

/** Where a room is, and the key that opens it. */
export interface BenchRoom {
  readonly roomUrl: string;
  readonly hostRoomUrl: string;
  readonly hostKey: string;
}

redirectWhereby({ origin: vendorAddress() });

const bare = async (room: BenchRoom): Promise<JoinTimes> => {
  const devices = await openDevices();
  const start = performance.now();
  const WherebyClient = await loadBareClient();
  const client = new WherebyClient();
  await client.getLocalMedia().startMedia(devices);
  const connection = client.getRoomConnection();
  connection.initialize({ roomUrl: room.roomUrl, roomKey: room.hostKey, displayName: 'Clinician B2B2' });
  const other = new Promise<MediaStream>((resolve) => {
    connection.subscribe((state) => {
      const stream = state.remoteParticipants[0]?.stream;
      if (stream) resolve(stream);
    });
  });
  await connection.joinRoom();
  const inside = performance.now() - start;
  const video = screen();
  video.srcObject = await other;
  await drawn(video);
  return { inside, picture: performance.now() - start };
};

const adapter = async (room: BenchRoom): Promise<JoinTimes> => {
  const devices = await openDevices();
  const start = performance.now();
  let found: (track: TrackId) => void = () => undefined;
  const other = new Promise<TrackId>((resolve) => {
    found = resolve;
  });
  const track = (source: string): Promise<MediaStreamTrack> => {
    const [opened] = source === 'camera' ? devices.getVideoTracks() : devices.getAudioTracks();
    return opened ? Promise.resolve(opened) : Promise.reject(new Error(`There is no ${source}.`));
  };
  const made: RoomAdapter = whereby({ hostRoomUrl: room.hostRoomUrl });
  const connection = await made.connect(
    {
      self: { id: createOpaqueId(crypto), name: createPseudonym('clinician', crypto), role: 'clinician' },
      signal: new AbortController().signal,
      token: () => Promise.resolve(''),
      media: { wanted: { microphone: true, camera: true }, open: track, release: () => undefined },
    },
    {
      patch: ({ participants }: RoomPatch) => {
        for (const change of Object.values(participants ?? {})) if (change?.camera) found(change.camera.id);
      },
      level: () => undefined,
      received: () => undefined,
      notice: () => undefined,
      ended: () => undefined,
      failed: (error) => {
        throw error;
      },
    },
  );
  const inside = performance.now() - start;
  const published = connection.perform({ type: 'publish' });
  const video = screen();
  connection.attach(await other, video);
  await drawn(video);
  await published;
  return { inside, picture: performance.now() - start };
};

answer<BenchRoom>({
  wait: async ({ roomUrl, hostKey }: BenchRoom) => {
    await enter(roomUrl, { roomKey: hostKey, name: 'Clinician D4D4' });
  },
  bare,
  adapter,
});
