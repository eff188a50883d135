import { reconnecting } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Reconnecting as ReconnectingPart } from './reconnecting.tsx';

const meta: Meta = { title: 'Reconnecting', component: ReconnectingPart };
export default meta;

export const Interrupted = scenarioStory(reconnecting, <ReconnectingPart />, {
  play: async ({ room }, { canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Reconnecting…')).toBeVisible();
    room.restoresLink();
    await waitFor(() => expect(canvas.queryByText('Reconnecting…')).toBeNull());
    room.interruptsLink();
    await expect(await canvas.findByText('Reconnecting…')).toBeVisible();
  },
});
