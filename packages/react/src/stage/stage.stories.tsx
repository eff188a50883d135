import { scenario, sharedScreen, visitOfFour, visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Stage } from './stage.tsx';

const meta: Meta = { title: 'Stage' };
export default meta;

const stage = <Stage />;

export const OfTwo = scenarioStory(() => visitOfTwo(), stage, {
  play: async ({ people, visit }, { canvasElement }) => {
    await visit.perform({ type: 'setCamera', on: true });
    people.other.speaks(0.7);
    const tile = within(canvasElement).getByText('Dr. Orrin Thackwhistle').closest('li');
    await expect(tile).toHaveAttribute('data-speaking');
  },
});
export const OfFour = scenarioStory(() => visitOfFour(), stage);
export const OfFourArabicDark = scenarioStory(() => visitOfFour(), stage, { locale: 'ar', theme: 'dark' });

export const Alone = scenarioStory(
  () => scenario({ role: 'clinician' }, (_room, visit) => ({ people: {}, reached: visit.join() })),
  stage,
);

/** Everything that can be said of somebody at once. */
export const WeakMutedHandRaised = scenarioStory(() => visitOfTwo(), stage, {
  play: async ({ people: { other } }, { canvasElement }) => {
    other.mutes();
    other.turnsCameraOff();
    other.raisesHand();
    other.isReceived('poor');
    await expect(await within(canvasElement).findByText('Hand raised · Weak connection')).toBeVisible();
  },
});

export const Lost = scenarioStory(() => visitOfTwo(), stage, {
  play: async ({ people: { other } }, { canvasElement }) => {
    other.isReceived('lost');
    await expect(await within(canvasElement).findByText('Connection lost')).toBeVisible();
  },
});

export const SharedScreen = scenarioStory(() => sharedScreen(), stage);
