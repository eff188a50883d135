import { visitOfFour, visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { SmallWindow } from './small-window.tsx';

/** What is inside the window. Storybook shows it in the page: a page inside another page may open none. */
const meta: Meta = { title: 'SmallWindow', component: SmallWindow };
export default meta;

const inIt = (
  <div style={{ inlineSize: 420, blockSize: 300, overflow: 'hidden' }}>
    <SmallWindow />
  </div>
);

export const OneOther = scenarioStory(visitOfTwo, inIt, {
  play: async ({ people }, { canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(people.other.pseudonym)).toBeVisible();
    await expect(canvas.queryByText('Dr. Orrin Thackwhistle')).toBeNull();
  },
});
export const WithInterpreter = scenarioStory(visitOfFour, inIt);
export const AskedBeforeLeaving = scenarioStory(visitOfTwo, inIt, {
  theme: 'dark',
  play: async (_, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Leave visit' }));
    await expect(canvas.getByRole('button', { name: 'Stay' })).toHaveFocus();
  },
});
