import type { WherebyClient } from '@whereby.com/core';

type RoomState = ReturnType<ReturnType<WherebyClient['getRoomConnection']>['getState']>;

/** One person in the test's page, on the vendor's client as it is. */
export interface BareClient {
  readonly client: WherebyClient;
  readonly room: ReturnType<WherebyClient['getRoomConnection']>;
  /** What the client says now. */
  state(): RoomState;
  /** Waits until its state is so. */
  until(what: (state: RoomState) => boolean): Promise<RoomState>;
  /** Leaves for good, from wherever it is. */
  end(): Promise<void>;
}

/** Waits for a fact of a browser that no event tells. */
export const eventually = async (fact: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const end = performance.now() + 20_000;
  while (!(await fact())) {
    if (performance.now() > end) throw new Error(`It did not come to pass: ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

/** Joins, or comes to the locked door, with a fake camera and microphone. The SDK is loaded by the first call. */
export const enter = async (roomUrl: string, options: { roomKey?: string; name: string }): Promise<BareClient> => {
  const { WherebyClient: Client } = await import('@whereby.com/core');
  const client = new Client();
  const room = client.getRoomConnection();
  const media = client.getLocalMedia();
  await media.startMedia({ audio: true, video: true });
  room.initialize({
    roomUrl,
    displayName: options.name,
    ...(options.roomKey !== undefined && { roomKey: options.roomKey }),
  });
  room.joinRoom().catch(() => undefined);
  const state = () => room.getState();
  const until = async (what: (state: RoomState) => boolean) => {
    await eventually(() => what(state()), `${options.name}: ${what.toString()}`);
    return state();
  };
  await until(({ connectionStatus }) => !['ready', 'connecting'].includes(connectionStatus));
  return {
    client,
    room,
    state,
    until,
    end: async () => {
      if (state().connectionStatus === 'knocking') room.cancelKnock();
      const { socket } = client.getStore().getState().signalConnection;
      room.leaveRoom();
      if (state().connectionStatus === 'leaving') await until(({ connectionStatus }) => connectionStatus === 'left');
      socket?.disconnect();
      media.stopMedia();
      client.destroy();
    },
  };
};

/** Shows a stream and waits until its picture has moved on by some frames. */
export const moves = async (stream: MediaStream, frames = 5): Promise<void> => {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  document.body.append(video);
  try {
    await video.play();
    const shown = () => video.getVideoPlaybackQuality().totalVideoFrames;
    const before = shown();
    await eventually(() => shown() >= before + frames, 'the picture moves');
  } finally {
    video.srcObject = null;
    video.remove();
  }
};

/** Shares a drawn picture where a browser would ask which screen, because a test is nobody who could be asked. */
export const withDrawnScreen = async (share: () => void): Promise<void> => {
  const devices = navigator.mediaDevices;
  const plain = Object.getOwnPropertyDescriptor(devices, 'getDisplayMedia');
  let asked = false;
  devices.getDisplayMedia = () => {
    asked = true;
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const paint = () => {
      const brush = canvas.getContext('2d');
      if (brush) brush.fillStyle = `hsl(${performance.now() / 10} 80% 50%)`;
      brush?.fillRect(0, 0, 640, 360);
      if (stream.active) requestAnimationFrame(paint);
    };
    const stream = canvas.captureStream(15);
    paint();
    return Promise.resolve(stream);
  };
  share();
  await eventually(() => asked, 'the page asks for a screen');
  // The SDK replaces the browser's method by one of the object's own, and so it is put back.
  if (plain) Object.defineProperty(devices, 'getDisplayMedia', plain);
  else Reflect.deleteProperty(devices, 'getDisplayMedia');
};
