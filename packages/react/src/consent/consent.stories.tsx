import { demonstration, type Policy } from '@quietroom/core';
import { consentAsked, visitToRecord } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { scenarioRoomStory } from '../../test/scenario-story.tsx';
import { VideoRoom, type VideoRoomProps } from '../video-room/video-room.tsx';

const meta: Meta = { title: 'Consent' };
export default meta;

const policy: Policy = { ...demonstration, recording: 'cloud', transcription: true, summaries: true, keepsDays: 30 };
const asked = (own: Omit<VideoRoomProps, 'visit' | 'roster'> = {}) =>
  scenarioRoomStory(
    (options) => consentAsked(policy, options),
    ({ visit, room }, look) => <VideoRoom visit={visit} roster={room.roster} {...own} {...look} />,
    async (_scenario, { canvasElement }) => {
      const dialog = await within(canvasElement).findByRole('alertdialog');
      await waitFor(() => expect(within(dialog).getAllByRole('button')[0]).toHaveFocus());
    },
  );

export const Asked = asked();
export const AskedInSpanish = asked({ locale: 'es' });
export const AskedInArabic = asked({ locale: 'ar', theme: 'dark' });
export const Agreed = scenarioRoomStory(
  (options) => consentAsked(policy, options),
  ({ visit, room }, look) => <VideoRoom visit={visit} roster={room.roster} {...look} />,
  async (_scenario, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'I agree' }));
    await expect(await canvas.findByRole('button', { name: 'I no longer agree' })).toBeVisible();
  },
);
export const ReadyToRecord = scenarioRoomStory(
  (options) => visitToRecord(policy, options),
  ({ visit, room }, look) => <VideoRoom visit={visit} roster={room.roster} {...look} />,
);
