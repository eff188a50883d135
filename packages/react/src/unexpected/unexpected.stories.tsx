import { syntheticPeople, until, visitOfTwo, type FakeRoomOptions } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Unexpected } from './unexpected.tsx';

const meta: Meta = { title: 'Unexpected', component: Unexpected };
export default meta;

/** A second patient has come in. */
const withSecondPatient = (options: FakeRoomOptions) => {
  const two = visitOfTwo(options);
  const arrives = async () => {
    await two.ready;
    two.room.personJoins({ ...syntheticPeople.patient, name: 'Wilhelmina Oddfellow' });
    await until(two.visit.state, ({ unexpected }) => unexpected.length === 1);
  };
  return { ...two, ready: arrives() };
};

export const Clinician = scenarioStory(
  (options) => withSecondPatient({ role: 'clinician', ...options }),
  <Unexpected />,
  {
    play: async ({ visit }, { canvasElement, userEvent }) => {
      const canvas = within(canvasElement);
      await expect(
        await canvas.findByRole('group', { name: /Wilhelmina Oddfellow.*nobody has confirmed/ }),
      ).toBeVisible();
      await userEvent.tab();
      await expect(canvas.getByRole('button', { name: 'Remove from visit' })).toHaveFocus();
      await expect(visit.decide('setCamera')).toMatchObject({ allowed: false, ruleId: 'Q-PAUSED' });
    },
  },
);
export const Patient = scenarioStory(withSecondPatient, <Unexpected />);
export const Dark = scenarioStory((options) => withSecondPatient({ role: 'clinician', ...options }), <Unexpected />, {
  theme: 'dark',
});
export const Arabic = scenarioStory(withSecondPatient, <Unexpected />, { locale: 'ar' });
