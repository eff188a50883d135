import { chatWithDelivery, reconnecting, until, visitOfFour, visitOfTwo, waitingPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { longNames, rightToLeftNames, visitOfNames } from '../../test/afterwards.ts';
import { PanelFrame } from '../../test/panel-frame.tsx';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Chat } from './chat.tsx';

const meta: Meta = { title: 'Chat', component: Chat };
export default meta;

const panel = (
  <PanelFrame>
    <Chat onClose={() => undefined} />
  </PanelFrame>
);

export const Conversation = scenarioStory(chatWithDelivery, panel, {
  play: async ({ people }, { canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Delivered')).toBeVisible();
    await expect(canvas.getByText('Not delivered')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'Thank you.{Enter}');
    await expect(await canvas.findByText('Thank you.')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveValue('');
    await expect(people.other.received).toContain('Yes, both. The tablets arrived yesterday.');
  },
});
export const Empty = scenarioStory(visitOfTwo, panel);
export const ChooseARecipient = scenarioStory(visitOfFour, panel, {
  play: async (_, { canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Choose who the message is for.')).toBeVisible();
    await userEvent.click(await canvas.findByRole('option', { name: /Nadir Plimsollvane/ }));
    await expect(canvas.getByText('No messages yet.')).toBeVisible();
  },
});
export const RecipientGone = scenarioStory(visitOfFour, panel, {
  play: async ({ people }, { canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('option', { name: /Bexley Umbertone/ }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'Are you coming on Tuesday?');
    people.family.leaves();
    await expect(await canvas.findByText(/This person cannot be reached now/)).toBeVisible();
  },
});
export const LinkAsked = scenarioStory(visitOfTwo, panel, {
  play: async ({ people, visit }, { canvasElement }) => {
    await until(visit.messages.state, ({ recipients }) => recipients.length > 0);
    await people.other.says('Here is your plan: https://clinic.example/plan');
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'https://clinic.example/plan' }));
    await expect(canvas.getByText('Open link outside the visit?')).toBeVisible();
  },
});
export const Interrupted = scenarioStory(reconnecting, panel);
export const NotInTheVisit = scenarioStory(waitingPatient, panel);
export const LongNames = scenarioStory((options) => visitOfNames(longNames, options), panel);
export const RightToLeft = scenarioStory((options) => visitOfNames(rightToLeftNames, options), panel, {
  play: async ({ people, visit }, { canvasElement }) => {
    const [other] = people.others;
    if (!other) return;
    await until(visit.messages.state, ({ recipients }) => recipients.includes(other.id));
    await other.says('صباح الخير. هل تسمعني؟ The tablets are white.');
    await userEvent.click((await within(canvasElement).findAllByRole('option'))[0] ?? canvasElement);
    await expect(await within(canvasElement).findByText(/صباح الخير/)).toBeVisible();
  },
});
export const Dark = scenarioStory(chatWithDelivery, panel, { theme: 'dark' });
export const Spanish = scenarioStory(chatWithDelivery, panel, { locale: 'es' });
export const Arabic = scenarioStory(chatWithDelivery, panel, { locale: 'ar' });
