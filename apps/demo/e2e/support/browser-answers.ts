import type { Person } from './person.ts';

/** What a browser throws: the error's name and message. */
export type BrowserAnswer = readonly [name: string, message: string];

declare global {
  /** What the browser answers when it is asked for a source; left out, what it would anyway. */
  var browserAnswers: Partial<Record<'camera' | 'microphone' | 'screen', BrowserAnswer | null>>;
}

/** Runs in the page before its own scripts: puts words into the browser's mouth, below the product's code. */
export const installAnswers = (): void => {
  globalThis.browserAnswers = {};
  const devices = navigator.mediaDevices;
  const refuse = (source: 'camera' | 'microphone' | 'screen') => {
    const answer = globalThis.browserAnswers[source];
    if (answer) throw new DOMException(answer[1], answer[0]);
  };
  const input = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    if (constraints?.video) refuse('camera');
    if (constraints?.audio) refuse('microphone');
    return await input(constraints);
  };
  const screen = devices.getDisplayMedia.bind(devices);
  devices.getDisplayMedia = async (options) => {
    refuse('screen');
    return await screen(options);
  };
};

/** From now on somebody's browser answers so; null answers as it would. */
export const browserSays = (
  { page }: Person,
  source: 'camera' | 'microphone' | 'screen',
  answer: BrowserAnswer | null,
): Promise<void> =>
  page.evaluate(
    ([asked, said]) => {
      globalThis.browserAnswers[asked] = said;
    },
    [source, answer] as const,
  );
