import { deviceConstraints } from './capture-constraints.ts';

/** What getUserMedia gives besides speech and pictures from the screen. */
export type Input = 'microphone' | 'camera';

/** Asks the browser for one input. Its stream may hold the other input's track too: take the one that was asked for. */
export type RequestInput = (input: Input, deviceId: string | null) => Promise<MediaStream>;

interface Waiting {
  readonly deviceId: string | null;
  readonly resolve: (stream: MediaStream) => void;
  readonly reject: (error: unknown) => void;
}

/** Somebody closed the question without an answer: asking twice more would only annoy them. */
const wasDismissed = (error: unknown): boolean => error instanceof Error && /dismissed/i.test(error.message);

/**
 * Inputs asked for in the same breath become one question of the browser. If that fails each is asked for alone, so that
 * a camera that is missing, busy or not allowed does not take the microphone with it.
 */
export function createInputRequests(ask: (constraints: MediaStreamConstraints) => Promise<MediaStream>): RequestInput {
  const waiting = new Map<Input, Waiting>();

  const alone = (input: Input, { deviceId, resolve, reject }: Waiting) => {
    ask(deviceConstraints(input, deviceId)).then(resolve, reject);
  };

  const together = (microphone: Waiting, camera: Waiting) => {
    const question = {
      ...deviceConstraints('microphone', microphone.deviceId),
      ...deviceConstraints('camera', camera.deviceId),
    };
    ask(question).then(
      (stream) => {
        microphone.resolve(stream);
        camera.resolve(stream);
      },
      (error: unknown) => {
        if (wasDismissed(error)) {
          microphone.reject(error);
          camera.reject(error);
          return;
        }
        alone('microphone', microphone);
        alone('camera', camera);
      },
    );
  };

  const askNow = () => {
    const microphone = waiting.get('microphone');
    const camera = waiting.get('camera');
    waiting.clear();
    if (microphone !== undefined && camera !== undefined) together(microphone, camera);
    else if (microphone !== undefined) alone('microphone', microphone);
    else if (camera !== undefined) alone('camera', camera);
  };

  return (input, deviceId) =>
    new Promise((resolve, reject) => {
      const overtaken = waiting.get(input);
      if (overtaken !== undefined) alone(input, overtaken);
      waiting.set(input, { deviceId, resolve, reject });
      if (waiting.size === 1) void Promise.resolve().then(askNow);
    });
}
