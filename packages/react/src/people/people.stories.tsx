import { clinicianWithKnock, visitOfFour, visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { longNames, rightToLeftNames, visitOfNames } from '../../test/afterwards.ts';
import { PanelFrame } from '../../test/panel-frame.tsx';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { settled } from '../../test/settled.ts';
import { People } from './people.tsx';

const meta: Meta = { title: 'People', component: People };
export default meta;

const panel = (
  <PanelFrame>
    <People onClose={() => undefined} onMessage={() => undefined} />
  </PanelFrame>
);

export const SeenByTheClinician = scenarioStory(visitOfFour, panel, {
  play: async ({ people }, { canvasElement }) => {
    people.patient.raisesHand();
    people.family.isReceived('poor');
    const list = within(await within(canvasElement).findByRole('list', { name: 'Participants' }));
    await expect(await list.findByText('Hand raised')).toBeVisible();
    await expect(list.getByText('Weak connection')).toBeVisible();
  },
});
export const SeenByThePatient = scenarioStory(visitOfTwo, panel);
export const Alone = scenarioStory(clinicianWithKnock, panel);
export const WithAGuest = scenarioStory((options) => {
  const scenario = visitOfTwo({ role: 'clinician', ...options });
  scenario.room.personJoins({ role: 'family', pass: 'none' });
  return scenario;
}, panel);
export const RemoveThisPerson = scenarioStory((options) => visitOfTwo({ role: 'clinician', ...options }), panel, {
  play: async (_, { canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Remove from visit/ }));
    const question = await canvas.findByRole('alertdialog', { name: /Remove this person/ });
    await settled();
    await expect(question).toBeVisible();
  },
});
export const Locked = scenarioStory(
  (options) => visitOfTwo({ role: 'clinician', facts: { locked: true }, ...options }),
  panel,
);
export const LongNames = scenarioStory((options) => visitOfNames(longNames, options), panel);
export const RightToLeftNames = scenarioStory((options) => visitOfNames(rightToLeftNames, options), panel);
export const Dark = scenarioStory(visitOfFour, panel, { theme: 'dark' });
export const Spanish = scenarioStory(visitOfFour, panel, { locale: 'es' });
export const Arabic = scenarioStory(visitOfFour, panel, { locale: 'ar' });
