import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { lazyPart } from './lazy-part.tsx';
import { PartBoundary } from './part-boundary.tsx';

const meta: Meta = { title: 'PartBoundary', component: PartBoundary };
export default meta;

let online = false;
const Chat = lazyPart(() =>
  online ? Promise.resolve(() => <p>The chat.</p>) : Promise.reject(new TypeError('Failed to fetch')),
);

/** The network was away when the code of a panel was wanted. */
export const DidNotLoad = scenarioStory(
  (options) => {
    online = false;
    return visitOfTwo(options);
  },
  <Chat />,
  {
    play: async (_scenario, { canvasElement, userEvent }) => {
      const canvas = within(canvasElement);
      const retry = await canvas.findByRole('button', { name: 'Try again' });
      online = true;
      await userEvent.click(retry);
      await expect(await canvas.findByText('The chat.')).toBeVisible();
    },
  },
);
