import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { VisitTimer } from './visit-timer.tsx';

const meta: Meta = { title: 'VisitTimer', component: VisitTimer };
export default meta;

export const Running = scenarioStory(visitOfTwo, <VisitTimer />, {
  play: async (_, { canvasElement }) => {
    await expect(within(canvasElement).getByRole('timer')).toHaveTextContent(/^Length of the visit \d\d:\d\d$/);
  },
});
