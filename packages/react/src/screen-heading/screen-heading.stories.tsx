import { readyPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { ScreenHeading } from './screen-heading.tsx';

const meta: Meta = { title: 'ScreenHeading', component: ScreenHeading };
export default meta;

export const Seen = scenarioStory(readyPatient, <ScreenHeading>You are in the waiting room</ScreenHeading>);

/** For a screen that needs no title to the eye. */
export const Heard = scenarioStory(readyPatient, <ScreenHeading hidden>The visit</ScreenHeading>, {
  play: async (_scenario, { canvasElement }) => {
    await expect(within(canvasElement).getByRole('heading', { name: 'The visit' })).toBeInTheDocument();
  },
});
