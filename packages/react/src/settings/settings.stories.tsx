import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Settings } from './settings.tsx';

const meta: Meta = { title: 'Settings', component: Settings };
export default meta;

const dialog = <Settings open onOpenChange={() => undefined} />;

export const CameraOff = scenarioStory(visitOfTwo, dialog);
export const CameraAndMicrophoneOn = scenarioStory(visitOfTwo, dialog, {
  play: async ({ visit }, { canvasElement }) => {
    await visit.perform({ type: 'setCamera', on: true });
    await visit.perform({ type: 'setMicrophone', on: true });
    const canvas = within(canvasElement);
    const picture = await canvas.findByLabelText('Your own camera picture');
    await waitFor(() => expect(picture).toBeVisible());
    await expect(await canvas.findByRole('combobox', { name: 'Camera' })).toBeVisible();
  },
});
export const Dark = scenarioStory(visitOfTwo, dialog, { theme: 'dark' });
export const Arabic = scenarioStory(visitOfTwo, dialog, { locale: 'ar' });
