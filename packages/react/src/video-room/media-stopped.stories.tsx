import { until, visitOfTwo, type FakeRoomOptions } from '@quietroom/testing';
import type { RoomFacts } from '@quietroom/core';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { afterwards } from '../../test/afterwards.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { MediaStopped } from './media-stopped.tsx';

const meta: Meta = { title: 'MediaStopped', component: MediaStopped };
export default meta;

const when = (facts: Partial<RoomFacts>) => (options: FakeRoomOptions) =>
  afterwards(visitOfTwo({ role: 'clinician', ...options }), async ({ room, visit }) => {
    room.knows(facts);
    await until(visit.state, ({ findings }) => findings.some(({ effect }) => effect === 'stop-media'));
  });

export const Streamed = scenarioStory(when({ streaming: true }), <MediaStopped />, {
  play: async (_scenario, { canvasElement }) => {
    await expect(await within(canvasElement).findByRole('alert')).toBeVisible();
  },
});
export const RecordedWithoutConsent = scenarioStory(
  when({ recording: true }),
  <MediaStopped emergencyCard={<p>Chest pain or trouble breathing? Hang up and call the ward: extension 000.</p>} />,
);
