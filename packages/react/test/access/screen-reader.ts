import { virtual } from '@guidepup/virtual-screen-reader';
import { waitFor } from '@testing-library/react';
import { expect, onTestFinished } from 'vitest';

/** Longer than any screen of the visit is to read. */
const manyThings = 400;

/** The reader also tells of what has just left the page, where ids are looked up in a piece that cannot do that. */
function findIdsInPieces(): () => void {
  Object.defineProperty(Element.prototype, 'getElementById', {
    configurable: true,
    value(this: Element, id: string) {
      return this.querySelector(`#${CSS.escape(id)}`);
    },
  });
  return () => {
    Reflect.deleteProperty(Element.prototype, 'getElementById');
  };
}

/** A virtual screen reader over the whole page, until the test is over. */
export async function listen(): Promise<void> {
  const stop = findIdsInPieces();
  await virtual.start({ container: document.body });
  onTestFinished(async () => {
    await virtual.stop();
    stop();
  });
}

/** Everything said so far, oldest first. */
export const spoken = (): Promise<string[]> => virtual.spokenPhraseLog();

/** What was said in live regions: by how much it interrupts, and what. */
export async function announced(): Promise<string[]> {
  return (await spoken()).filter((phrase) => /^(polite|assertive): /.test(phrase));
}

/** Waits for these words in a live region, and gives back everything announced until then. */
export async function hears(words: string): Promise<string[]> {
  await waitFor(async () => {
    expect(
      (await announced()).some((phrase) => phrase.includes(words)),
      `${words} in ${JSON.stringify(await announced())}`,
    ).toBe(true);
  });
  return announced();
}

/** Reads the visit from its beginning to its end, as with the down arrow key. */
export async function readThrough(): Promise<string[]> {
  const region = document.querySelector('.qr-room');
  if (!region) throw new Error('no visit to read');
  await virtual.stop();
  await virtual.start({ container: document.body });
  const read: string[] = [];
  for (let steps = 0; steps < manyThings; steps += 1) {
    const phrase = await virtual.lastSpokenPhrase();
    if (steps > 0 && phrase === 'document') break;
    read.push(phrase);
    await virtual.next();
  }
  return read;
}

/** Moves on until this is spoken, and presses it. */
export async function activate(phrase: RegExp): Promise<void> {
  for (let steps = 0; steps < manyThings; steps += 1) {
    if (phrase.test(await virtual.lastSpokenPhrase())) {
      // A dialog takes a moment to let presses through to what is in it alone.
      await waitFor(() => {
        const { activeNode } = virtual;
        expect(activeNode instanceof Element && getComputedStyle(activeNode).pointerEvents).not.toBe('none');
      });
      await virtual.act();
      return;
    }
    await virtual.next();
  }
  throw new Error(`nothing said ${String(phrase)}`);
}

/** Attributes that hold one of these names: replay tools and extensions read them. There must be none. */
export function namesInAttributes(names: readonly string[]): string[] {
  return [...document.querySelectorAll('*')]
    .flatMap((element) => [...element.attributes])
    .filter(({ value }) => names.some((name) => value.includes(name)))
    .map(({ name, value }) => `${name}="${value}"`);
}
