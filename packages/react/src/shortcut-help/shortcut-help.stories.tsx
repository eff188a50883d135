import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';

const meta: Meta = { title: 'ShortcutHelp', component: ShortcutHelp };
export default meta;

export const Open = scenarioStory(visitOfTwo, <ShortcutHelp />, {
  size: 'phone320',
  play: async (_, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByText('Keys that work here'));
    await expect(canvas.getByText('Escape')).toBeVisible();
  },
});
