import { visitOfFour, visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { WeakConnection } from './weak-connection.tsx';

const meta: Meta = { title: 'WeakConnection', component: WeakConnection };
export default meta;

const weak = (locale: 'en' | 'es' | 'ar' = 'en') =>
  scenarioStory(visitOfTwo, <WeakConnection />, {
    locale,
    play: async ({ people, visit }, { canvasElement }) => {
      await visit.perform({ type: 'setCamera', on: true });
      people.other.isReceived('poor');
      await expect((await within(canvasElement).findAllByRole('button'))[0]).toBeVisible();
    },
  });

export const ConnectionWeak = weak();
export const Spanish = weak('es');
export const Arabic = weak('ar');
export const PicturesHidden = scenarioStory(visitOfTwo, <WeakConnection />, {
  play: async ({ people }, { canvasElement }) => {
    people.other.isReceived('poor');
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Hide the others’ pictures' }));
    await expect(within(canvasElement).getByRole('button', { name: 'Show pictures' })).toBeVisible();
  },
});

const interpreter = (quality: 'poor' | 'lost', words: RegExp, locale: 'en' | 'es' | 'ar' = 'en') =>
  scenarioStory(visitOfFour, <WeakConnection />, {
    locale,
    play: async ({ people }, { canvasElement }) => {
      people.interpreter.isReceived(quality);
      await expect(await within(canvasElement).findByText(words)).toBeVisible();
    },
  });

export const InterpreterPoor = interpreter('poor', /interpreter’s picture is poor/);
export const InterpreterStopped = interpreter('lost', /interpreter’s picture has stopped/);
export const InterpreterPoorSpanish = interpreter('poor', /intérprete es mala/, 'es');
export const InterpreterPoorArabic = interpreter('poor', /صورة المترجم رديئة/, 'ar');
