import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';

const meta: Meta = { title: 'ShortcutHelp', component: ShortcutHelp };
export default meta;

const help = <ShortcutHelp />;
const unfolds = async (
  _scenario: unknown,
  { canvasElement, userEvent }: Parameters<NonNullable<typeof Folded.play>>[0],
) => {
  // The words of another language come a moment later.
  await within(canvasElement).findByRole('group');
  const [summary] = canvasElement.getElementsByTagName('summary');
  if (summary) await userEvent.click(summary);
  await expect(within(canvasElement).getAllByRole('term')[0]).toBeVisible();
};

export const Folded = scenarioStory(visitOfTwo, help);
export const Unfolded = scenarioStory(visitOfTwo, help, { play: unfolds });
export const UnfoldedArabic = scenarioStory(visitOfTwo, help, { locale: 'ar', theme: 'dark', play: unfolds });
