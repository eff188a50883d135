import { waitingPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { WaitingRoom } from './waiting-room.tsx';

const meta: Meta = { title: 'WaitingRoom with the clinic’s content', component: WaitingRoom };
export default meta;

const room = (
  <WaitingRoom>
    <h3>While you wait</h3>
    <p>Have your medicines and a pen at hand. Sit where light falls on your face.</p>
  </WaitingRoom>
);

export const OnAPhone = scenarioStory(waitingPatient, room, {
  size: 'phone320',
  play: async (_, { canvasElement }) => {
    const next = await within(canvasElement).findByRole('region', { name: 'What happens next' });
    await expect(within(next).getAllByRole('listitem')).toHaveLength(3);
  },
});
export const OnADesk = scenarioStory(waitingPatient, room, { size: 'desktop1280', theme: 'dark' });
