let made = 0;

/** A track without a device, for where the browser has no canvas or there is no browser. */
export class FakeTrack extends EventTarget implements MediaStreamTrack {
  readonly id: string;
  readonly kind: 'audio' | 'video';
  readonly label: string;
  contentHint = '';
  enabled = true;
  muted = false;
  onended: MediaStreamTrack['onended'] = null;
  onmute: MediaStreamTrack['onmute'] = null;
  onunmute: MediaStreamTrack['onunmute'] = null;
  #ended = false;

  constructor(kind: 'audio' | 'video', label: string) {
    super();
    made += 1;
    this.id = `fake-track-${made}`;
    this.kind = kind;
    this.label = label;
  }

  get readyState(): MediaStreamTrackState {
    return this.#ended ? 'ended' : 'live';
  }

  stop(): void {
    this.#ended = true;
  }

  clone(): FakeTrack {
    return new FakeTrack(this.kind, this.label);
  }

  applyConstraints(): Promise<void> {
    return Promise.resolve();
  }

  getCapabilities(): MediaTrackCapabilities {
    return {};
  }

  getConstraints(): MediaTrackConstraints {
    return {};
  }

  getSettings(): MediaTrackSettings {
    return {};
  }
}
