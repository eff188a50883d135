import { connectingPatient, keptWaitingPatient, waitingPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { WaitingRoom } from './waiting-room.tsx';

const meta: Meta = { title: 'WaitingRoom', component: WaitingRoom };
export default meta;

export const Connecting = scenarioStory(connectingPatient, <WaitingRoom />);
export const Waiting = scenarioStory(waitingPatient, <WaitingRoom />, {
  play: async (_, { canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Cancel request' })).toBeVisible();
  },
});
export const WaitingWithCamera = scenarioStory(waitingPatient, <WaitingRoom />, {
  play: async ({ visit }, { canvasElement }) => {
    await visit.media.prepare('camera');
    await expect(await within(canvasElement).findByLabelText('Your own camera picture')).toBeVisible();
  },
});
export const KeptWaiting = scenarioStory(keptWaitingPatient, <WaitingRoom />);
export const WithEmergencyCard = scenarioStory(
  waitingPatient,
  <WaitingRoom emergencyCard={<p>Chest pain or trouble breathing? Hang up and call the ward: extension 000.</p>} />,
);
export const Dark = scenarioStory(waitingPatient, <WaitingRoom />, { theme: 'dark' });
export const Spanish = scenarioStory(keptWaitingPatient, <WaitingRoom />, { locale: 'es' });
export const Arabic = scenarioStory(waitingPatient, <WaitingRoom />, { locale: 'ar' });
