import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { LeaveDialog as LeaveDialogPart } from './leave-dialog.tsx';

const meta: Meta = { title: 'LeaveDialog', component: LeaveDialogPart };
export default meta;

const nothing = () => undefined;
const asking = (question: 'leave' | 'end') => (
  <LeaveDialogPart question={question} open onOpenChange={nothing} onConfirm={nothing} />
);

export const Leave = scenarioStory(visitOfTwo, asking('leave'), {
  play: async (_scenario, { canvasElement }) => {
    const dialog = await within(canvasElement).findByRole('alertdialog', { name: 'Leave the visit?' });
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Stay' })).toHaveFocus());
  },
});
export const EndForEveryone = scenarioStory((options) => visitOfTwo({ role: 'clinician', ...options }), asking('end'), {
  theme: 'dark',
});
