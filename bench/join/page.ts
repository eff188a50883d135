import {
  createOpaqueId,
  createPseudonym,
  parseOpaqueId,
  type RoomConnection,
  type RoomPatch,
  type TrackId,
} from '@quietroom/core';
import { answerChallenge, createPassKeys } from '@quietroom/core/passes';
import { local } from '@quietroom/local';

declare global {
  interface Window {
    readonly localJoin: {
      /** Goes in and sends a picture, for the one who is measured. */
      readonly waitInOurs: (room: string) => Promise<void>;
      readonly waitInRaw: (room: string) => Promise<void>;
      /** Milliseconds from the press until the other's picture is drawn. Camera and microphone are open already. */
      readonly ours: (room: string) => Promise<number>;
      readonly raw: (room: string) => Promise<number>;
    };
  }
}

const query = new URL(location.href).searchParams;
const relay = `http://127.0.0.1:${query.get('relay') ?? ''}`;
const signalling = `ws://127.0.0.1:${query.get('signalling') ?? ''}`;

const openDevices = () => navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 360 } });

/** Resolves when the element has drawn its first picture. */
const drawn = (video: HTMLVideoElement): Promise<void> => {
  video.muted = true;
  video.autoplay = true;
  document.body.append(video);
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(() => {
      resolve();
    });
  });
};

const adapterOf = (address: string) => {
  const room = parseOpaqueId(address);
  if (room === null) throw new Error('no such room');
  return { room, adapter: local({ url: `${relay}/relay`, room }) };
};

const enter = async (
  { room, adapter }: ReturnType<typeof adapterOf>,
  devices: MediaStream,
  seen: (camera: TrackId) => void,
): Promise<RoomConnection> => {
  const keys = await createPassKeys(crypto);
  const self = { id: createOpaqueId(crypto), name: createPseudonym('clinician', crypto), role: 'clinician' as const };
  const connection = await adapter.connect(
    {
      self,
      media: {
        wanted: { microphone: true, camera: true },
        open: (source) => {
          const [track] = source === 'camera' ? devices.getVideoTracks() : devices.getAudioTracks();
          return track ? Promise.resolve(track) : Promise.reject(new Error(`There is no ${source}.`));
        },
        release: () => undefined,
      },
      token: async () => {
        const order = { visit: room, sub: self.id, name: self.name, role: self.role, publicJwk: keys.publicJwk };
        return (await fetch(`${relay}/pass`, { method: 'POST', body: JSON.stringify(order) })).text();
      },
      proof: {
        publicKey: keys.publicKey,
        answer: (challengeKey, nonce) => answerChallenge(keys, challengeKey, nonce, crypto),
      },
      signal: new AbortController().signal,
    },
    {
      patch: ({ participants }: RoomPatch) => {
        for (const change of Object.values(participants ?? {})) if (change?.camera?.sending) seen(change.camera.id);
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
  return connection;
};

const ours = async (address: string): Promise<number> => {
  const devices = await openDevices();
  const there = adapterOf(address);
  // While somebody looks at their own picture; the raw script is one file and has nothing more to load.
  there.adapter.preload?.();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const start = performance.now();
  let found: (track: TrackId) => void = () => undefined;
  const other = new Promise<TrackId>((resolve) => {
    found = resolve;
  });
  const connection = await enter(there, devices, found);
  const published = connection.perform({ type: 'publish' });
  const video = document.createElement('video');
  connection.attach(await other, video);
  await drawn(video);
  const taken = performance.now() - start;
  await published;
  return taken;
};

type Signal = { readonly hello: true } | RTCSessionDescriptionInit | { readonly candidate: RTCIceCandidateInit };

/** What a quick start of plain WebRTC does: a token, a socket, an offer to whoever says hello, candidates as they come. */
const call = async (room: string, devices: MediaStream, seen: (stream: MediaStream) => void): Promise<void> => {
  const socket = new WebSocket(`${signalling}/${room}`);
  const send = (signal: Signal) => {
    socket.send(JSON.stringify(signal));
  };
  const peer = new RTCPeerConnection();
  for (const track of devices.getTracks()) peer.addTrack(track, devices);
  peer.onicecandidate = ({ candidate }) => {
    if (candidate) send({ candidate: candidate.toJSON() });
  };
  peer.ontrack = ({ track, streams: [stream] }) => {
    if (track.kind === 'video' && stream) seen(stream);
  };
  const hear = async (signal: Signal) => {
    if ('hello' in signal) {
      await peer.setLocalDescription();
      if (peer.localDescription) send(peer.localDescription.toJSON());
    } else if ('candidate' in signal) await peer.addIceCandidate(signal.candidate);
    else {
      await peer.setRemoteDescription(signal);
      if (signal.type !== 'offer') return;
      await peer.setLocalDescription();
      if (peer.localDescription) send(peer.localDescription.toJSON());
    }
  };
  let heard = Promise.resolve();
  socket.onmessage = ({ data }) => {
    heard = heard.then(() => hear(JSON.parse(String(data)) as Signal));
  };
  await new Promise((resolve) => {
    socket.onopen = resolve;
  });
  send({ hello: true });
};

const raw = async (room: string): Promise<number> => {
  const devices = await openDevices();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const start = performance.now();
  const other = new Promise<MediaStream>((resolve) => {
    void call(room, devices, resolve);
  });
  const video = document.createElement('video');
  video.srcObject = await other;
  await drawn(video);
  return performance.now() - start;
};

Object.assign(window, {
  localJoin: {
    waitInOurs: async (room: string) => {
      const connection = await enter(adapterOf(room), await openDevices(), () => undefined);
      await connection.perform({ type: 'publish' });
    },
    waitInRaw: async (room: string) => {
      await call(room, await openDevices(), () => undefined);
    },
    ours,
    raw,
  },
});
