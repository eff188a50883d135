/** The browser's devices for core's own tests: a small world of its own, not code under test. */

export class FakeTrack extends EventTarget implements MediaStreamTrack {
  readonly id = 'track';
  readonly label = '';
  readonly kind: 'audio' | 'video';
  muted = false;
  contentHint = '';
  enabled = true;
  readyState: MediaStreamTrackState = 'live';
  onended: MediaStreamTrack['onended'] = null;
  onmute: MediaStreamTrack['onmute'] = null;
  onunmute: MediaStreamTrack['onunmute'] = null;
  readonly #settings: MediaTrackSettings;
  readonly #family: FakeTrack[];

  /** @param family every track of the same devices; copies join it */
  constructor(kind: 'audio' | 'video', settings: MediaTrackSettings, family: FakeTrack[] = []) {
    super();
    this.#family = family;
    this.kind = kind;
    this.#settings = settings;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** The device or the browser ends the track: the page is told by an event. */
  breaks(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  /** The system holds the device back, or gives it again. */
  isHeldBack(held: boolean): void {
    this.muted = held;
    this.dispatchEvent(new Event(held ? 'mute' : 'unmute'));
  }

  getSettings = (): MediaTrackSettings => this.#settings;
  clone = (): FakeTrack => {
    const copy = new FakeTrack(this.kind, this.#settings, this.#family);
    copy.readyState = this.readyState;
    copy.enabled = this.enabled;
    this.#family.push(copy);
    return copy;
  };
  applyConstraints = (): Promise<void> => Promise.resolve();
  getCapabilities = (): MediaTrackCapabilities => ({});
  getConstraints = (): MediaTrackConstraints => ({});
}

export class FakeStream extends EventTarget implements MediaStream {
  readonly id = 'stream';
  readonly active = true;
  onaddtrack: MediaStream['onaddtrack'] = null;
  onremovetrack: MediaStream['onremovetrack'] = null;
  readonly #tracks: readonly FakeTrack[];

  constructor(tracks: readonly FakeTrack[]) {
    super();
    this.#tracks = tracks;
  }

  getTracks = (): MediaStreamTrack[] => [...this.#tracks];
  getAudioTracks = (): MediaStreamTrack[] => this.getTracks().filter(({ kind }) => kind === 'audio');
  getVideoTracks = (): MediaStreamTrack[] => this.getTracks().filter(({ kind }) => kind === 'video');
  getTrackById = (): null => null;
  addTrack = (): void => undefined;
  removeTrack = (): void => undefined;
  clone = (): FakeStream => new FakeStream(this.#tracks.map((track) => track.clone()));
}

interface Plugged {
  readonly kind: MediaDeviceKind;
  readonly deviceId: string;
  readonly groupId?: string;
  readonly label?: string;
}

const two: readonly Plugged[] = [
  { kind: 'audioinput', deviceId: 'desk', label: 'Desk microphone' },
  { kind: 'audioinput', deviceId: 'headset', label: 'Headset microphone' },
  { kind: 'videoinput', deviceId: 'front', label: 'Front camera' },
  { kind: 'videoinput', deviceId: 'back', label: 'Back camera' },
  { kind: 'audiooutput', deviceId: 'speakers', label: 'Speakers' },
];

const wanted = (constraints: MediaTrackConstraints): string | undefined => {
  const { deviceId } = constraints;
  return typeof deviceId === 'object' && 'exact' in deviceId && typeof deviceId.exact === 'string'
    ? deviceId.exact
    : undefined;
};

/** Remembers what it was asked, and answers as the test says. */
export class FakeMediaDevices extends EventTarget implements MediaDevices {
  ondevicechange: MediaDevices['ondevicechange'] = null;
  readonly asked: MediaStreamConstraints[] = [];
  readonly shared: (DisplayMediaStreamOptions | undefined)[] = [];
  readonly tracks: FakeTrack[] = [];
  enumerations = 0;
  readonly #listeners = new Set<unknown>();
  plugged: readonly Plugged[] = two;
  surface = 'window';
  /** Like a phone's cameras: one at a time. */
  oneAtATime = false;
  #refusal: Error | null = null;
  #answer: Promise<void> = Promise.resolve();

  /** Asking fails from now on. */
  refuses(error: Error | null): void {
    this.#refusal = error;
  }

  /** The person thinks about the question until the returned function is called. */
  hesitates(): () => void {
    let answer: () => void = () => undefined;
    this.#answer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    return answer;
  }

  changesTo(plugged: readonly Plugged[]): void {
    this.plugged = plugged;
    this.dispatchEvent(new Event('devicechange'));
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  get live(): readonly FakeTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  override addEventListener(...given: Parameters<EventTarget['addEventListener']>): void {
    this.#listeners.add(given[1]);
    super.addEventListener(...given);
  }

  override removeEventListener(...given: Parameters<EventTarget['removeEventListener']>): void {
    this.#listeners.delete(given[1]);
    super.removeEventListener(...given);
  }

  enumerateDevices = (): Promise<MediaDeviceInfo[]> => {
    this.enumerations += 1;
    return Promise.resolve(this.plugged.map((device) => ({ groupId: '', label: '', ...device, toJSON: () => device })));
  };

  getUserMedia = async (constraints: MediaStreamConstraints = {}): Promise<MediaStream> => {
    this.asked.push(constraints);
    await this.#answer;
    if (this.#refusal !== null) throw this.#refusal;
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind] !== undefined);
    const tracks = kinds.map((kind) => this.#open(kind, constraints[kind]));
    this.tracks.push(...tracks);
    return new FakeStream(tracks);
  };

  getDisplayMedia = async (options?: DisplayMediaStreamOptions): Promise<MediaStream> => {
    this.shared.push(options);
    await this.#answer;
    if (this.#refusal !== null) throw this.#refusal;
    const track = new FakeTrack('video', { displaySurface: this.surface });
    this.tracks.push(track);
    return new FakeStream([track]);
  };

  getSupportedConstraints = (): MediaTrackSupportedConstraints => ({});

  #open(kind: 'audio' | 'video', asked: MediaStreamConstraints['audio']): FakeTrack {
    const exact = typeof asked === 'object' ? wanted(asked) : undefined;
    const alike = this.plugged.filter((device) => device.kind === `${kind}input`);
    const device = exact === undefined ? alike[0] : alike.find(({ deviceId }) => deviceId === exact);
    if (device === undefined) throw new DOMException('', 'NotFoundError');
    if (this.oneAtATime && this.live.some((track) => track.kind === kind))
      throw new DOMException('', 'NotReadableError');
    return new FakeTrack(kind, { deviceId: device.deviceId, groupId: device.groupId ?? '' }, this.tracks);
  }
}
