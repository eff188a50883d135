/** Sound that rises and falls like speech, for a level meter to follow. */
export interface Babble {
  readonly stream: MediaStream;
  readonly stop: () => void;
}

/** Null where there is no audio graph. A page that nobody has pressed anything in yet stays silent. */
export function startBabble(): Babble | null {
  if (typeof AudioContext === 'undefined') return null;
  const context = new AudioContext();
  const voice = new OscillatorNode(context, { frequency: 180 });
  const syllables = new OscillatorNode(context, { frequency: 2.3 });
  const loudness = new GainNode(context, { gain: 0.12 });
  const swing = new GainNode(context, { gain: 0.12 });
  const microphone = context.createMediaStreamDestination();
  syllables.connect(swing).connect(loudness.gain);
  voice.connect(loudness).connect(microphone);
  voice.start();
  syllables.start();
  return {
    stream: microphone.stream,
    stop: () => {
      if (context.state !== 'closed') void context.close();
    },
  };
}
