import { demonstration, type Policy } from '@quietroom/core';
import { consentAsked, until, visitToRecord, type ConsentScenario, type FakeRoomOptions } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { afterwards } from '../../test/afterwards.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { ConsentStatus } from './consent-status.tsx';

const meta: Meta = { title: 'ConsentStatus', component: ConsentStatus, subcomponents: { ConsentDialog } };
export default meta;

const policy: Policy = { ...demonstration, recording: 'cloud', keepsDays: 30 };
const status = <ConsentStatus subject="recording" />;
const nothing = () => undefined;

const patient = (happens: (scenario: ConsentScenario) => unknown) => (options: FakeRoomOptions) =>
  afterwards(consentAsked(policy, options), happens);
const clinician = (happens: (scenario: ConsentScenario) => unknown) => (options: FakeRoomOptions) =>
  afterwards(visitToRecord(policy, options), async (scenario) => {
    scenario.visit.consent.ask('recording', { language: 'en' });
    await happens(scenario);
  });
const agree = ({ visit }: ConsentScenario) => {
  visit.consent.agree('recording', { language: 'en' });
};

export const Agreed = scenarioStory(patient(agree), status, {
  play: async (_scenario, { canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: 'I no longer agree' })).toBeVisible();
  },
});
export const Declined = scenarioStory(
  patient(({ visit }) => {
    visit.consent.decline('recording');
  }),
  status,
);
export const Withdrawn = scenarioStory(
  patient((scenario) => {
    agree(scenario);
    scenario.visit.consent.withdraw('recording');
  }),
  status,
);
export const Waiting = scenarioStory(clinician(nothing), status, {
  play: async (_scenario, { canvasElement }) => {
    await expect((await within(canvasElement).findByText(/Waiting for an answer from/)).textContent).toContain(
      'Zylphia',
    );
  },
});
export const SomebodyRefused = scenarioStory(
  clinician(async ({ people, visit }) => {
    await until(visit.consent.state, ({ recording }) => recording.own === 'agreed');
    await people.other.withdraws();
    await until(visit.consent.state, ({ recording }) => recording.refused.length > 0);
  }),
  status,
);
export const EverybodyAgreed = scenarioStory(
  clinician(async ({ people, visit }) => {
    await people.other.agrees();
    await until(visit.consent.state, ({ recording }) => recording.ready);
  }),
  status,
);
export const GoesOn = scenarioStory(
  clinician(async ({ people, room, visit }) => {
    await people.other.agrees();
    await until(visit.consent.state, ({ recording }) => recording.ready);
    room.knows({ recording: true });
    await until(visit.state, (state) => state.room.recording === true);
  }),
  status,
);
export const AskEverybody = scenarioStory(
  (options) => visitToRecord(policy, options),
  <ConsentDialog subject="recording" question="ask" open onOpenChange={nothing} />,
);
