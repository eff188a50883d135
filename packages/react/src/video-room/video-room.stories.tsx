import { demonstration, type RoomErrorCode } from '@quietroom/core';
import {
  brokenVisit,
  chatWithDelivery,
  clinicianWithKnock,
  connectingPatient,
  endedVisit,
  failedJoin,
  keptWaitingPatient,
  reconnecting,
  readyClinician,
  readyPatient,
  refusedVisit,
  scenario,
  sharedScreen,
  until,
  visitOfFour,
  visitOfMany,
  visitOfTwo,
  waitingPatient,
  type FakeRoomOptions,
  type Scenario,
  type WithOther,
} from '@quietroom/testing';
import type { Meta, StoryContext } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { pseudo } from '../messages-catalogue/pseudo.ts';
import { afterwards, longNames, rightToLeftNames, visitOfNames } from '../../test/afterwards.ts';
import { whatDoesNotFit } from '../../test/fits.ts';
import { scenarioRoomStory, type Look } from '../../test/scenario-story.tsx';
import { settled } from '../../test/settled.ts';
import { VideoRoom, type VideoRoomProps } from './video-room.tsx';

const meta: Meta = { title: 'VideoRoom', component: VideoRoom };
export default meta;

const room =
  (own: Omit<VideoRoomProps, 'visit' | 'roster'> = {}) =>
  ({ visit, room }: Scenario, look: Look) => <VideoRoom visit={visit} roster={room.roster} {...own} {...look} />;

const presses =
  (...names: readonly (string | RegExp)[]) =>
  async (_scenario: Scenario, { canvasElement, userEvent }: StoryContext) => {
    for (const name of names) await userEvent.click(await within(canvasElement).findByRole('button', { name }));
  };
const two =
  (happens: (scenario: WithOther) => unknown, own: FakeRoomOptions = {}) =>
  (options: FakeRoomOptions) =>
    afterwards(visitOfTwo({ ...own, ...options }), happens);
const failed = (code: RoomErrorCode) => scenarioRoomStory((options) => failedJoin(code, options), room());
const emergencyCard = <p>Chest pain or trouble breathing? Hang up and call the ward: extension 000.</p>;

export const PatientReady = scenarioRoomStory(readyPatient, room());
export const ClinicianReady = scenarioRoomStory(readyClinician, room());
export const DevicesOn = scenarioRoomStory(readyPatient, room(), presses('Turn on camera and microphone'));
export const Connecting = scenarioRoomStory(connectingPatient, room());
export const PatientWaiting = scenarioRoomStory(waitingPatient, room({ emergencyCard }));
export const PatientKeptWaiting = scenarioRoomStory(keptWaitingPatient, room({ emergencyCard }));
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
export const EndedDeclined = scenarioRoomStory((options) => endedVisit('declined', options), room());
export const EndedRefused = scenarioRoomStory(refusedVisit, room());
export const EndedLost = scenarioRoomStory((options) => brokenVisit('connection-lost', options), room());
export const RoomFull = failed('room-full');
export const RoomUnreachable = failed('room-unreachable');

export const Alone = scenarioRoomStory(
  (options) => scenario({ role: 'clinician', ...options }, (_room, visit) => ({ people: {}, reached: visit.join() })),
  room(),
);
export const VisitOfNine = scenarioRoomStory((options) => visitOfMany(8, options), room());
export const VisitOf100 = scenarioRoomStory((options) => visitOfMany(99, options), room());
export const Pinned = scenarioRoomStory(visitOfFour, room(), presses(/^Pin Zylphia Quonsett/));
export const SharedScreen = scenarioRoomStory(sharedScreen, room());
export const WeakConnection = scenarioRoomStory(
  two(({ people }) => {
    people.other.isReceived('poor');
  }),
  room(),
  async (_scenario, { canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: 'Hide the others’ pictures' })).toBeVisible();
  },
);
export const AudioOnly = scenarioRoomStory(
  two(({ people }) => {
    people.other.turnsCameraOff();
  }),
  room(),
);
export const MutedByHost = scenarioRoomStory(
  two(async ({ people, visit }) => {
    await visit.perform({ type: 'setMicrophone', on: true });
    people.other.mutesYou();
  }),
  room(),
);
export const MediaStopped = scenarioRoomStory(
  two(async (visit) => {
    visit.room.knows({ streaming: true });
    await until(visit.visit.state, ({ findings }) => findings.some(({ effect }) => effect === 'stop-media'));
  }),
  room({ emergencyCard }),
);
export const LockedControls = scenarioRoomStory(
  (options) => visitOfTwo({ policy: { ...demonstration, chat: 'off', off: ['shareScreen'] }, ...options }),
  room(),
);
export const ChatOpen = scenarioRoomStory(chatWithDelivery, room(), presses(/^Chat/));
export const ChatOpenArabicDark = scenarioRoomStory(
  chatWithDelivery,
  room({ locale: 'ar', theme: 'dark' }),
  presses(/^المحادثة/),
);
export const PeopleOpen = scenarioRoomStory(visitOfFour, room(), presses(/^People/));
export const VisitSafetyOpen = scenarioRoomStory(visitOfTwo, room(), presses(/^Visit safety/));
export const LongNames = scenarioRoomStory((options) => visitOfNames(longNames, options), room());
export const RightToLeftNames = scenarioRoomStory((options) => visitOfNames(rightToLeftNames, options), room());

const fits = async (_scenario: Scenario, { canvasElement }: StoryContext) => {
  await settled();
  await expect(whatDoesNotFit(canvasElement)).toEqual([]);
  await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
};
const phone = 'phone320';
const zoom = 'zoom400';
export const Phone320Ready = scenarioRoomStory(readyPatient, room(), fits, phone);
export const Phone320Waiting = scenarioRoomStory(waitingPatient, room({ emergencyCard }), fits, phone);
export const Phone320Visit = scenarioRoomStory(visitOfTwo, room(), fits, phone);
export const Phone320VisitSpanish = scenarioRoomStory(visitOfTwo, room({ locale: 'es' }), fits, phone);
export const Phone320LongNames = scenarioRoomStory((options) => visitOfNames(longNames, options), room(), fits, phone);
export const Phone320Ended = scenarioRoomStory((options) => endedVisit('removed', options), room(), fits, phone);
/** Every text accented and 40 % longer: what is cut off or was never translated is seen. */
const longer = { locale: pseudo.locale, messages: pseudo } as const;
export const Phone320ReadyPseudo = scenarioRoomStory(readyPatient, room(longer), fits, phone);
export const Phone320WaitingPseudo = scenarioRoomStory(keptWaitingPatient, room(longer), fits, phone);
export const Phone320VisitPseudo = scenarioRoomStory(visitOfTwo, room(longer), fits, phone);
export const Phone320EndedPseudo = scenarioRoomStory(
  (options) => failedJoin('room-full', options),
  room(longer),
  fits,
  phone,
);
export const VisitOfFourPseudo = scenarioRoomStory(visitOfFour, room(longer), fits, 'desktop1280');
export const Zoom400Ready = scenarioRoomStory(readyPatient, room(), fits, zoom);
export const Zoom400Waiting = scenarioRoomStory(waitingPatient, room({ emergencyCard }), fits, zoom);
export const Zoom400Visit = scenarioRoomStory(visitOfFour, room(), fits, zoom);
export const Zoom400Chat = scenarioRoomStory(
  chatWithDelivery,
  room(),
  async (scenario, context) => {
    await presses(/^Chat/)(scenario, context);
    await fits(scenario, context);
  },
  zoom,
);
export const Zoom400Ended = scenarioRoomStory((options) => failedJoin('room-locked', options), room(), fits, zoom);
