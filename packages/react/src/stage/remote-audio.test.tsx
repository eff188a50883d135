import { visitOfTwo, type Scenario } from '@quietroom/testing';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { RemoteAudio } from './remote-audio.tsx';

/** Chromium plays every stream whatever its settings, so the refusal of Safari and Firefox is acted here. */
const inABrowserThatHoldsBack = (arrives: 'with the sound' | 'before the sound') => {
  const { visit, ...scenario } = visitOfTwo();
  const elements: HTMLMediaElement[] = [];
  let pressed = false;
  const attach: typeof visit.attach = (track, element) => {
    element.play = () => (pressed ? Promise.resolve() : Promise.reject(new DOMException('', 'NotAllowedError')));
    if (arrives === 'with the sound') element.srcObject = new MediaStream();
    elements.push(element);
    return visit.attach(track, element);
  };
  const held: Scenario = { ...scenario, visit: { ...visit, attach } };
  return {
    held,
    elements,
    press: () => {
      pressed = true;
    },
  };
};
const notice = 'The browser is holding back the sound.';

it('sound-blocked: a browser that holds the sound back brings one clear button, and a press plays it', async () => {
  const { held, press } = inABrowserThatHoldsBack('with the sound');
  const person = await showPart(held, <RemoteAudio />);
  expect(await screen.findByText(notice)).toBeVisible();
  await expectAccessible();
  press();
  await person.click(screen.getByRole('button', { name: 'Play sound' }));
  expect(screen.queryByText(notice)).toBeNull();
});

it('sound that has not arrived yet is not called held back, and is once it arrives and is', async () => {
  const { held, elements } = inABrowserThatHoldsBack('before the sound');
  await showPart(held, <RemoteAudio />);
  expect(elements).toHaveLength(1);
  expect(screen.queryByText(notice)).toBeNull();
  elements[0]!.dispatchEvent(new Event('loadedmetadata'));
  expect(await screen.findByText(notice)).toBeVisible();
});
