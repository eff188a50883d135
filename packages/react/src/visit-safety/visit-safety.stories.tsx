import { visitOfTwo } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { afterwards } from '../../test/afterwards.ts';
import { visitAtProvider } from '../../test/safety-scenario.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { VisitSafety } from './visit-safety.tsx';

const meta: Meta = { title: 'VisitSafety', component: VisitSafety };
export default meta;

const dialog = <VisitSafety open onOpenChange={() => undefined} />;

export const Clinician = scenarioStory((options) => visitAtProvider({ role: 'clinician', ...options }), dialog);
export const Patient = scenarioStory(visitAtProvider, dialog);
export const AllWell = scenarioStory(visitOfTwo, dialog, {
  play: async (_scenario, { canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    const verdict = await page.findByText('Nothing speaks against this visit.');
    await waitFor(() => expect(verdict).toBeVisible());
  },
});
export const MediaStopped = scenarioStory((options) => visitAtProvider({ role: 'clinician', ...options }), dialog, {
  play: async ({ room }, { canvasElement }) => {
    room.knows({ streaming: true });
    const page = within(canvasElement.ownerDocument.body);
    const failure = await page.findByText('The visit is, or may be, streamed to the outside.');
    await waitFor(() => expect(failure).toBeVisible());
  },
});
export const Dark = scenarioStory((options) => visitAtProvider({ role: 'clinician', ...options }), dialog, {
  theme: 'dark',
});
export const Spanish = scenarioStory((options) => visitAtProvider({ role: 'clinician', ...options }), dialog, {
  locale: 'es',
});
export const Arabic = scenarioStory((options) => visitAtProvider({ role: 'clinician', ...options }), dialog, {
  locale: 'ar',
});

/** In mid-visit the provider no longer says whether the room is locked and captioned. */
export const MuchUnknown = scenarioStory(
  (options) =>
    afterwards(visitAtProvider({ role: 'clinician', ...options }), ({ room }) => {
      room.knows({ locked: 'unknown', captions: 'unknown' });
    }),
  dialog,
);
