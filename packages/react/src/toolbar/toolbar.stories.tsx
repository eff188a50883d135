import { createFakeRoom, visitOfTwo } from '@quietroom/testing';
import { demonstration } from '@quietroom/core';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Toolbar } from './toolbar.tsx';

const meta: Meta = { title: 'Toolbar', component: Toolbar };
export default meta;

const nothing = () => undefined;
const toolbar = <Toolbar panel={null} onPanel={nothing} onSettings={nothing} />;

export const Patient = scenarioStory(visitOfTwo, toolbar);
export const Clinician = scenarioStory((options) => visitOfTwo({ role: 'clinician', ...options }), toolbar);
export const ClinicianDark = scenarioStory((options) => visitOfTwo({ role: 'clinician', ...options }), toolbar, {
  theme: 'dark',
});
export const Arabic = scenarioStory(visitOfTwo, toolbar, { locale: 'ar' });
export const ChatOpen = scenarioStory(visitOfTwo, <Toolbar panel="chat" onPanel={nothing} onSettings={nothing} />);

/** What the clinic switched off stays in its place and says why. */
export const Locked = scenarioStory(
  (options) => {
    const room = createFakeRoom({ role: 'clinician', ...options });
    const visit = room.createVisit({ policy: { ...demonstration, off: ['shareScreen'], chat: 'off' } });
    return { room, visit, ready: visit.join() };
  },
  toolbar,
  {
    play: async (_scenario, { canvasElement, userEvent }) => {
      const share = within(canvasElement).getByRole('button', { name: 'Share screen' });
      await userEvent.click(share);
      await expect(share).toHaveAccessibleDescription('Not available: The clinic has switched this off.');
    },
  },
);

/** Another program holds the camera. */
export const CameraBusy = scenarioStory(
  (options) => {
    const two = visitOfTwo(options);
    two.room.devices.fails('camera', 'busy');
    return two;
  },
  toolbar,
  {
    play: async (_scenario, { canvasElement, userEvent }) => {
      const canvas = within(canvasElement);
      await userEvent.click(canvas.getByRole('button', { name: 'Turn camera on' }));
      await expect(await canvas.findByText('Another program is using your camera')).toBeVisible();
    },
  },
);
