import { visitOfTwo, type FakeRoomOptions, type Scenario } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { RemoteAudio } from './remote-audio.tsx';

const meta: Meta = { title: 'RemoteAudio', component: RemoteAudio };
export default meta;

/** A visit in a browser that plays nothing before somebody presses something. */
const heldBack = (options: FakeRoomOptions): Scenario => {
  const { visit, ...scenario } = visitOfTwo(options);
  const attach: typeof visit.attach = (track, element) => {
    element.play = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    element.srcObject = new MediaStream();
    return visit.attach(track, element);
  };
  return { ...scenario, visit: { ...visit, attach } };
};

const blocked = (locale: 'en' | 'ar', words: RegExp) =>
  scenarioStory(heldBack, <RemoteAudio />, {
    locale,
    play: async (_, { canvasElement }) => {
      await expect(await within(canvasElement).findByText(words)).toBeVisible();
      await expect(within(canvasElement).getAllByRole('button')).toHaveLength(1);
    },
  });

export const SoundBlocked = blocked('en', /holding back the sound/);
export const SoundBlockedArabic = blocked('ar', /يمنع تشغيل الصوت/);
