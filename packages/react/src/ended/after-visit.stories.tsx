import { endedVisit } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Ended } from './ended.tsx';

const meta: Meta = { title: 'Ended with the clinic’s content', component: Ended };
export default meta;

const ended = (
  <Ended>
    <h3>What comes next</h3>
    <p>Your plan is in the patient portal by this evening. Questions? Call the clinic: extension 000.</p>
  </Ended>
);

export const OnAPhone = scenarioStory(() => endedVisit('ended-for-everyone'), ended, {
  size: 'phone390',
  play: async (_, { canvasElement }) => {
    await expect(within(canvasElement).getByText('You can close this page.')).toBeVisible();
  },
});
export const OnADesk = scenarioStory(() => endedVisit('left'), ended, { size: 'desktop1280' });
