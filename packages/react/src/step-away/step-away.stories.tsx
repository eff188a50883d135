import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { LogoffGuard } from './logoff-guard.tsx';
import { StepAwayControl } from './step-away-control.tsx';

const meta: Meta = { title: 'Step away', component: StepAwayControl, subcomponents: { LogoffGuard } };
export default meta;

/** A minute is the warning, so it comes at once. */
const soon = { inactive: 60_000 };

const toolbar = (
  <div role="toolbar" aria-label="Visit controls">
    <StepAwayControl />
  </div>
);

export const Control = scenarioStory(visitOfTwo, toolbar);
export const Away = scenarioStory(visitOfTwo, toolbar, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Step away' }));
    const back = await canvas.findByRole('button', { name: 'Come back' });
    await waitFor(() => expect(back).toBeVisible());
  },
});

/** Nobody has done, said or written anything for a long time. */
export const AboutToLeave = scenarioStory(visitOfTwo, <LogoffGuard limits={soon} />, {
  play: async (_scenario, { canvasElement }) => {
    const question = await within(canvasElement).findByRole('alertdialog', { name: 'Are you still there?' });
    await waitFor(() => expect(question).toBeVisible());
  },
});
