import { clinicianWithKnock } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { longNames, rightToLeftNames } from '../../test/afterwards.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { settled } from '../../test/settled.ts';
import { shareMonitor } from '../../test/share-monitor.ts';
import { Knocks } from './knocks.tsx';

const meta: Meta = { title: 'Knocks', component: Knocks };
export default meta;

export const OneWaiting = scenarioStory(clinicianWithKnock, <Knocks />, {
  play: async (_, { canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Zylphia Quonsett')).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^Admit Zylphia Quonsett/ })).toBeVisible();
  },
});
export const UnverifiedGuest = scenarioStory(
  (options) => {
    const scenario = clinicianWithKnock(options);
    scenario.room.personKnocks({ role: 'family', pass: 'none' });
    return scenario;
  },
  <Knocks />,
);
export const KeptWaiting = scenarioStory(clinicianWithKnock, <Knocks />, {
  play: async (_, { canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Keep waiting/ }));
    await expect(await canvas.findByText('Was asked to wait')).toBeVisible();
  },
});
export const AdmitThisPerson = scenarioStory(clinicianWithKnock, <Knocks />, {
  play: async ({ people }, { canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^Admit/ }));
    const question = within(await canvas.findByRole('alertdialog', { name: 'Admit this person?' }));
    await settled();
    await userEvent.click(question.getByRole('button', { name: 'Admit' }));
    await expect(people.patient.place).toBe('at the door');
  },
});
export const CoveredWhileSharing = scenarioStory(clinicianWithKnock, <Knocks />, {
  play: async ({ room, visit }, { canvasElement }) => {
    await shareMonitor(room, visit);
    const canvas = within(canvasElement);
    await expect(await canvas.findByText(/hidden while you share your screen/)).toBeVisible();
    await expect(canvas.queryByText('Zylphia Quonsett')).toBeNull();
  },
});
export const Dark = scenarioStory(clinicianWithKnock, <Knocks />, { theme: 'dark' });
export const Arabic = scenarioStory(clinicianWithKnock, <Knocks />, { locale: 'ar' });

/** More people than one, some of them with long names and names written from right to left. */
export const SeveralWaiting = scenarioStory(
  (options) => {
    const scenario = clinicianWithKnock(options);
    for (const name of [...longNames, ...rightToLeftNames]) scenario.room.personKnocks({ role: 'family', name });
    return scenario;
  },
  <Knocks />,
);
