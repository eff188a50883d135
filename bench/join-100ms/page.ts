import { createPseudonym, parseOpaqueId, type RoomPatch, type TrackId } from '@quietroom/core';
import { hms, type HmsRoles } from '@quietroom/100ms';
import { enter, loadBareClient } from '@quietroom/emulators/100ms/bare-client';
import { redirectHms } from '@quietroom/emulators/100ms/redirect';
import { answer, drawn, openDevices, screen, vendorAddress, type JoinTimes } from '../join-vendor/in-page.ts';

/** A room, and a token of the page's own for it. */
export interface BenchSeat {
  readonly roomId: string;
  readonly userId: string;
  readonly token: string;
}

redirectHms({ origin: vendorAddress() });

const roles: HmsRoles = { clinician: 'clinician', patient: 'patient', waiting: 'waiting' };
const bare = async ({ token }: BenchSeat): Promise<JoinTimes> => {
  const devices = await openDevices();
  const start = performance.now();
  const { HMSReactiveStore, HMSLogLevel } = await loadBareClient();
  const reactive = new HMSReactiveStore();
  const actions = reactive.getActions();
  actions.setLogLevel(HMSLogLevel.NONE);
  const store = reactive.getStore();
  const config = { userName: 'Clinician B2B2', authToken: token };
  const settings = { isAudioMuted: true, isVideoMuted: true };
  // The same two steps: the room's rules are read before anybody goes in.
  await actions.preview({ ...config, settings: { ...settings } });
  await actions.join({ ...config, settings: { ...settings } });
  const inside = performance.now() - start;
  const sending = actions.setLocalVideoEnabled(true);
  const video = screen();
  const picture = drawn(video);
  const found = await new Promise<string>((resolve) => {
    const look = (): void => {
      const { peers, tracks } = store.getState();
      const other = Object.values(peers).find(({ isLocal }) => !isLocal)?.videoTrack;
      if (other !== undefined && tracks[other]?.enabled === true) resolve(other);
    };
    store.subscribe(look);
    look();
  });
  await actions.attachVideo(found, video);
  await picture;
  const drawnAt = performance.now() - start;
  await sending;
  for (const track of devices.getTracks()) track.stop();
  return { inside, picture: drawnAt };
};

const adapter = async ({ roomId, userId, token }: BenchSeat): Promise<JoinTimes> => {
  const id = parseOpaqueId(userId);
  if (id === null) throw new Error('The seat has no opaque id.');
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
  const connection = await hms({ roomId, roles, token: () => Promise.resolve(token) }).connect(
    {
      self: {
        id,
        name: createPseudonym('clinician', crypto),
        role: 'clinician',
      },
      signal: new AbortController().signal,
      token: () => Promise.reject(new Error('There is no pass.')),
      media: { wanted: { microphone: true, camera: true }, open: track, release: () => undefined },
    },
    {
      patch: ({ participants }: RoomPatch) => {
        for (const change of Object.values(participants ?? {})) if (change?.camera?.sending) found(change.camera.id);
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
  const picture = drawn(video);
  connection.attach(await other, video);
  await picture;
  const drawnAt = performance.now() - start;
  await published;
  return { inside, picture: drawnAt };
};

answer<BenchSeat>({
  wait: async ({ token }: BenchSeat) => {
    await enter({ userName: 'Clinician D4D4', authToken: token });
  },
  bare,
  adapter,
});
