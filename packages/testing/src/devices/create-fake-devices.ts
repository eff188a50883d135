import { startBabble } from './babble.ts';
import { FakeStream } from './fake-stream.ts';
import { FakeTrack } from './fake-track.ts';
import { pictureColour, startMovingPicture } from './moving-picture.ts';

/** A device that is plugged in, with a synthetic label. */
export interface FakeDevice {
  readonly kind: MediaDeviceKind;
  readonly id: string;
  readonly label: string;
}

/** What can be asked of the devices of a page. */
export type FakeSource = 'microphone' | 'camera' | 'screen';

/** Why a browser would not open one: refused by the person, forbidden by the system, absent, taken, unable. */
export type DeviceTrouble = 'denied' | 'blocked' | 'missing' | 'busy' | 'unsuitable';

/** The devices of a page, by script. */
export interface FakeDevices {
  readonly mediaDevices: MediaDevices;
  /** What the page asked for so far, in order. */
  readonly asked: readonly FakeSource[];
  /** The questions the browser put to the person so far: what was asked for together is one question. */
  readonly questions: readonly (readonly FakeSource[])[];
  /** From now on this source does not open. */
  readonly fails: (source: FakeSource, trouble: DeviceTrouble) => void;
  /** From now on it opens again. */
  readonly works: (source: FakeSource) => void;
  /** The person has not answered the browser's question yet; the returned function answers yes. */
  readonly waitsForAnswer: (source: FakeSource) => () => void;
  /** The system holds a source back, as for a phone call; the returned function gives it again. */
  readonly interrupts: (source: FakeSource) => () => void;
  readonly plugsIn: (device: FakeDevice) => void;
  /** The device goes away, and every track from it ends. */
  readonly unplugs: (deviceId: string) => void;
  /** The person stops sharing from the browser's own bar. */
  readonly stopsSharing: () => void;
  /** Tracks that are captured now: none may be left after a visit. */
  readonly live: () => readonly MediaStreamTrack[];
}

/** Two of each, so that there is something to choose. */
export const syntheticDevices: readonly FakeDevice[] = [
  { kind: 'audioinput', id: 'microphone-1', label: 'Desk microphone' },
  { kind: 'audioinput', id: 'microphone-2', label: 'Headset microphone' },
  { kind: 'videoinput', id: 'camera-1', label: 'Front camera' },
  { kind: 'videoinput', id: 'camera-2', label: 'Document camera' },
  { kind: 'audiooutput', id: 'speaker-1', label: 'Desk speakers' },
  { kind: 'audiooutput', id: 'speaker-2', label: 'Headset' },
];

const troubles: Readonly<Record<DeviceTrouble, readonly [message: string, name: string]>> = {
  denied: ['Permission denied', 'NotAllowedError'],
  blocked: ['Permission denied by system', 'NotAllowedError'],
  missing: ['Requested device not found', 'NotFoundError'],
  busy: ['Could not start video source', 'NotReadableError'],
  unsuitable: ['', 'OverconstrainedError'],
};

const kinds = { microphone: 'audioinput', camera: 'videoinput', screen: undefined } as const;

const exactDevice = (constraints: MediaStreamConstraints['audio']): string | undefined => {
  const deviceId = typeof constraints === 'object' ? constraints.deviceId : undefined;
  if (typeof deviceId !== 'object' || Array.isArray(deviceId)) return undefined;
  return typeof deviceId.exact === 'string' ? deviceId.exact : undefined;
};

interface Opened {
  readonly track: MediaStreamTrack;
  readonly source: FakeSource;
  readonly deviceId: string;
}

const begin = (source: FakeSource, index: number): { stream: MediaStream; stop: () => void } =>
  (source === 'microphone'
    ? startBabble()
    : startMovingPicture(
        pictureColour(source === 'camera' ? 4 + index : 1),
        source === 'camera' ? 'person' : 'page',
      )) ?? {
    stream: new FakeStream([new FakeTrack(source === 'microphone' ? 'audio' : 'video', source)]),
    stop: () => undefined,
  };

const joined = (streams: readonly MediaStream[]): MediaStream => {
  const [first, ...others] = streams;
  if (first === undefined) throw new TypeError('At least one of audio and video must be requested');
  const tracks = streams.flatMap((stream) => stream.getTracks());
  if (others.length === 0) return first;
  return typeof MediaStream === 'undefined' || tracks.some((track) => track instanceof FakeTrack)
    ? new FakeStream(tracks)
    : new MediaStream(tracks);
};

/** Devices that open at once, with moving pictures where there is a canvas, until the script says otherwise. */
export function createFakeDevices(plugged: readonly FakeDevice[] = syntheticDevices): FakeDevices {
  let devices = [...plugged];
  const opened = new Set<Opened>();
  const asked: FakeSource[] = [];
  const questions: FakeSource[][] = [];
  const trouble = new Map<FakeSource, DeviceTrouble>();
  const answers = new Map<FakeSource, Promise<void>>();

  const open = (source: FakeSource, wanted: string | undefined): MediaStream => {
    const known = trouble.get(source);
    if (known !== undefined) throw new DOMException(...troubles[known]);
    const alike = devices.filter(({ kind }) => kind === kinds[source]);
    const device = wanted === undefined ? alike[0] : alike.find(({ id }) => id === wanted);
    if (source !== 'screen' && device === undefined) throw new DOMException(...troubles.missing);
    const { stream, stop } = begin(source, device === undefined ? 0 : alike.indexOf(device));
    for (const track of stream.getTracks()) {
      const entry: Opened = { track, source, deviceId: device?.id ?? '' };
      opened.add(entry);
      const end = track.stop.bind(track);
      track.stop = () => {
        // Stopping the picture stops its tracks, this one among them.
        if (!opened.delete(entry)) return;
        end();
        stop();
      };
      track.getSettings = () =>
        source === 'screen' ? { displaySurface: 'window' } : { deviceId: entry.deviceId, groupId: '' };
    }
    return stream;
  };

  /** One question of the browser: all of it opens, or none. */
  const ask = async (wanted: ReadonlyMap<FakeSource, string | undefined>): Promise<MediaStream[]> => {
    questions.push([...wanted.keys()]);
    asked.push(...wanted.keys());
    for (const source of wanted.keys()) await answers.get(source);
    const streams: MediaStream[] = [];
    try {
      for (const [source, deviceId] of wanted) streams.push(open(source, deviceId));
    } catch (error) {
      for (const stream of streams) for (const track of stream.getTracks()) track.stop();
      throw error;
    }
    return streams;
  };

  const lose = (which: (entry: Opened) => boolean) => {
    for (const entry of [...opened].filter(which)) {
      entry.track.stop();
      entry.track.dispatchEvent(new Event('ended'));
    }
  };

  class FakeMediaDevices extends EventTarget implements MediaDevices {
    ondevicechange: MediaDevices['ondevicechange'] = null;
    enumerateDevices(): Promise<MediaDeviceInfo[]> {
      const known = ({ kind }: FakeDevice) => asked.some((source) => kinds[source] === kind) || kind === 'audiooutput';
      return Promise.resolve(
        devices.map((device) => {
          const info = {
            deviceId: device.id,
            groupId: '',
            kind: device.kind,
            label: known(device) ? device.label : '',
          };
          return { ...info, toJSON: () => info };
        }),
      );
    }
    async getDisplayMedia(): Promise<MediaStream> {
      return joined(await ask(new Map([['screen', undefined]])));
    }
    getSupportedConstraints(): MediaTrackSupportedConstraints {
      return {};
    }
    async getUserMedia({ audio, video }: MediaStreamConstraints = {}): Promise<MediaStream> {
      const wanted = new Map<FakeSource, string | undefined>();
      if (audio !== undefined && audio !== false) wanted.set('microphone', exactDevice(audio));
      if (video !== undefined && video !== false) wanted.set('camera', exactDevice(video));
      return joined(await ask(wanted));
    }
  }
  const mediaDevices = new FakeMediaDevices();
  const change = (next: FakeDevice[]) => {
    devices = next;
    mediaDevices.dispatchEvent(new Event('devicechange'));
  };

  return {
    mediaDevices,
    asked,
    questions,
    fails: (source, what) => {
      trouble.set(source, what);
    },
    works: (source) => {
      trouble.delete(source);
    },
    waitsForAnswer: (source) => {
      let answer: () => void = () => undefined;
      answers.set(
        source,
        new Promise<void>((resolve) => {
          answer = resolve;
        }),
      );
      return () => {
        answers.delete(source);
        answer();
      };
    },
    interrupts: (source) => {
      const held = [...opened].filter((entry) => entry.source === source).map(({ track }) => track);
      const holds = (muted: boolean) => {
        for (const track of held) {
          Object.defineProperty(track, 'muted', { value: muted, configurable: true });
          track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
        }
      };
      holds(true);
      return () => {
        holds(false);
      };
    },
    plugsIn: (device) => {
      change([...devices, device]);
    },
    unplugs: (deviceId) => {
      lose((entry) => entry.deviceId === deviceId);
      change(devices.filter(({ id }) => id !== deviceId));
    },
    stopsSharing: () => {
      lose(({ source }) => source === 'screen');
    },
    live: () => [...opened].map(({ track }) => track),
  };
}
