/** A camera and a microphone by script: a drawn person before a busy wall, and noise or a voice. */
export interface StagedDevices {
  /** What the microphone hears from now on; a voice at first. */
  hears(what: 'noise' | 'voice'): void;
}

declare global {
  var staged: StagedDevices;
}

/** Runs in the page before its own scripts. Must not use anything from outside itself. */
export const installStagedDevices = (): void => {
  const [width, height] = [640, 360];

  const drawWall = (pen: CanvasRenderingContext2D) => {
    for (let x = 0; x < width; x += 8) {
      for (let y = 0; y < height; y += 8) {
        pen.fillStyle = ((x + y) / 8) % 2 === 0 ? '#c9c2a8' : '#4a7a5a';
        pen.fillRect(x, y, 8, 8);
      }
    }
  };
  const oval = (pen: CanvasRenderingContext2D, x: number, y: number, wide: number, high: number) => {
    pen.beginPath();
    pen.ellipse(x, y, wide, high, 0, 0, Math.PI * 2);
    pen.fill();
  };
  /** Head and shoulders with a face, which is what a model of people knows. */
  const drawPerson = (pen: CanvasRenderingContext2D, middle: number) => {
    const shirt = pen.createLinearGradient(middle - 150, 0, middle + 150, 0);
    for (const [at, colour] of [
      [0, '#1c2c4a'],
      [0.5, '#3a5488'],
      [1, '#182640'],
    ] as const)
      shirt.addColorStop(at, colour);
    pen.fillStyle = shirt;
    pen.beginPath();
    pen.moveTo(middle - 170, height);
    pen.bezierCurveTo(middle - 170, height - 110, middle - 90, height - 120, middle - 40, height - 140);
    pen.lineTo(middle + 40, height - 140);
    pen.bezierCurveTo(middle + 90, height - 120, middle + 170, height - 110, middle + 170, height);
    pen.fill();
    pen.fillStyle = '#b8805c';
    pen.fillRect(middle - 30, 180, 60, 61);
    const hair = '#2a1c14';
    pen.fillStyle = hair;
    oval(pen, middle, 119, 74, 92);
    const skin = pen.createRadialGradient(middle - 20, 130, 10, middle, 144, 110);
    skin.addColorStop(0, '#f0c8a4');
    skin.addColorStop(0.6, '#d9a27a');
    skin.addColorStop(1, '#a56b48');
    pen.fillStyle = skin;
    oval(pen, middle, 137, 60, 80);
    pen.fillStyle = hair;
    oval(pen, middle, 72, 62, 34);
    for (const side of [-24, 24]) {
      pen.fillStyle = '#ffffff';
      oval(pen, middle + side, 130, 11, 6);
      pen.fillStyle = hair;
      oval(pen, middle + side, 130, 5, 5);
      pen.fillRect(middle + side - 14, 117, 28, 4);
    }
    pen.fillStyle = '#b05048';
    oval(pen, middle, 184, 22, 6);
  };

  const openCamera = (): MediaStreamTrack[] => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('There is no canvas.');
    let frame = 0;
    const draw = () => {
      frame += 1;
      drawWall(pen);
      drawPerson(pen, width / 2 + Math.round(Math.sin(frame / 10) * 6));
    };
    draw();
    const timer = setInterval(draw, 100);
    const tracks = canvas.captureStream().getVideoTracks();
    const [track] = tracks;
    const end = track?.stop.bind(track);
    // A copy of the track goes on, as a copy of a camera's would.
    if (track) track.stop = () => end?.();
    globalThis.addEventListener('pagehide', () => {
      clearInterval(timer);
    });
    return tracks;
  };

  let gains: Record<'noise' | 'voice', GainNode> | null = null;
  let heard: 'noise' | 'voice' = 'voice';
  const settle = () => {
    if (gains === null) return;
    gains.noise.gain.value = heard === 'noise' ? 1 : 0;
    gains.voice.gain.value = heard === 'voice' ? 1 : 0;
  };
  const openMicrophone = (): MediaStreamTrack[] => {
    const context = new AudioContext({ sampleRate: 48_000 });
    const microphone = context.createMediaStreamDestination();
    gains = { noise: context.createGain(), voice: context.createGain() };
    const hiss = context.createBuffer(1, context.sampleRate * 2, context.sampleRate);
    const samples = hiss.getChannelData(0);
    for (let index = 0; index < samples.length; index += 1) samples[index] = (Math.random() * 2 - 1) * 0.08;
    const noise = new AudioBufferSourceNode(context, { buffer: hiss, loop: true });
    noise.connect(gains.noise).connect(microphone);
    noise.start();
    // A vowel in syllables: a buzz of the voice, shaped by the three formants of "ah", rising and falling in pitch.
    const buzz = new OscillatorNode(context, { type: 'sawtooth', frequency: 130 });
    const pitch = new OscillatorNode(context, { frequency: 0.9 });
    pitch.connect(new GainNode(context, { gain: 22 })).connect(buzz.frequency);
    const syllables = new GainNode(context, { gain: 0.5 });
    const rhythm = new OscillatorNode(context, { frequency: 3.1 });
    rhythm.connect(new GainNode(context, { gain: 0.5 })).connect(syllables.gain);
    for (const [frequency, gain] of [
      [730, 1],
      [1090, 0.6],
      [2440, 0.3],
    ] as const)
      buzz
        .connect(new BiquadFilterNode(context, { type: 'bandpass', frequency, Q: 6 }))
        .connect(new GainNode(context, { gain }))
        .connect(syllables);
    syllables.connect(gains.voice).connect(microphone);
    for (const oscillator of [buzz, pitch, rhythm]) oscillator.start();
    settle();
    return microphone.stream.getAudioTracks();
  };

  globalThis.staged = {
    hears: (what) => {
      heard = what;
      settle();
    },
  };
  // Devices without ids: a drawn picture's own id is nobody's in the browser's list.
  navigator.mediaDevices.enumerateDevices = () =>
    Promise.resolve(
      (['audioinput', 'videoinput'] as const).map((kind) => {
        const device = { kind, deviceId: '', groupId: '', label: '' };
        return { ...device, toJSON: () => device };
      }),
    );
  navigator.mediaDevices.getUserMedia = ({ audio, video }: MediaStreamConstraints = {}) =>
    Promise.resolve(
      new MediaStream([...(video === undefined ? [] : openCamera()), ...(audio === undefined ? [] : openMicrophone())]),
    );
};
