import {
  clinicianWithKnock,
  endedVisit,
  reconnecting,
  readyPatient,
  visitOfFour,
  visitOfTwo,
  waitingPatient,
  type Scenario,
} from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioRoomStory, type Look } from '../../test/scenario-story.tsx';
import { VideoRoom, type VideoRoomProps } from './video-room.tsx';

const meta: Meta = { title: 'VideoRoom', component: VideoRoom };
export default meta;

const room =
  (own: Omit<VideoRoomProps, 'visit' | 'roster'> = {}) =>
  ({ visit, room }: Scenario, look: Look) => <VideoRoom visit={visit} roster={room.roster} {...own} {...look} />;

export const PatientReady = scenarioRoomStory(readyPatient, room());
export const PatientWaiting = scenarioRoomStory(waitingPatient, room());
export const ClinicianWithKnock = scenarioRoomStory(clinicianWithKnock, room());
export const VisitOfTwo = scenarioRoomStory(visitOfTwo, room(), async ({ visit }, { canvasElement, userEvent }) => {
  const canvas = within(canvasElement);
  await expect(canvas.getByText('Dr. Orrin Thackwhistle')).toBeVisible();
  await userEvent.click(canvas.getByRole('button', { name: 'Unmute microphone' }));
  await expect(await canvas.findByRole('button', { name: 'Mute microphone' })).toBeVisible();
  await expect(visit.state.get().self.sending.microphone).toBe(true);
});
export const VisitOfFour = scenarioRoomStory(visitOfFour, room());
export const VisitOfFourDark = scenarioRoomStory(visitOfFour, room({ theme: 'dark' }));
export const VisitOfFourArabic = scenarioRoomStory(visitOfFour, room({ locale: 'ar' }));
export const VisitOfTwoSpanish = scenarioRoomStory(visitOfTwo, room({ locale: 'es' }));
export const Reconnecting = scenarioRoomStory(reconnecting, room());
export const Ended = scenarioRoomStory((options) => endedVisit('ended-for-everyone', options), room());
