import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { CopyDiagnostics } from './copy-diagnostics.tsx';

const meta: Meta = { title: 'CopyDiagnostics', component: CopyDiagnostics };
export default meta;

export const Asked = scenarioStory(visitOfTwo, <CopyDiagnostics />, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button'));
    await expect(await canvas.findByText(/./, { selector: '[role=status]' })).toBeVisible();
  },
});
