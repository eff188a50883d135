import { RoomError, roomErrorCodes, type RoomErrorCode } from '@quietroom/core';
import { readyPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Problem } from './problem.tsx';

const meta: Meta = { title: 'Problem', component: Problem };
export default meta;

const problem = (code: RoomErrorCode) =>
  scenarioStory(readyPatient, <Problem error={new RoomError(code)} onRetry={() => undefined} />);
const problems = (
  <div className="qr-stack">
    {roomErrorCodes.map((code) => (
      <Problem key={code} error={new RoomError(code)} />
    ))}
  </div>
);

export const EveryCode = scenarioStory(readyPatient, problems);
export const EveryCodeArabicDark = scenarioStory(readyPatient, problems, { locale: 'ar', theme: 'dark' });
export const WithWaysOut = scenarioStory(
  readyPatient,
  <Problem error={new RoomError('device-busy')} onRetry={() => undefined} onDismiss={() => undefined} />,
);

export const PassMissing = problem('pass-missing');
export const PassRefused = problem('pass-refused');
export const PassExpired = problem('pass-expired');
export const PassMismatch = problem('pass-mismatch');
export const RoomFull = problem('room-full');
export const RoomLocked = problem('room-locked');
export const RoomUnreachable = problem('room-unreachable');
export const ConnectionLost = problem('connection-lost');
export const Cancelled = problem('cancelled');
export const NotConnected = problem('not-connected');
export const NotSupported = problem('not-supported');
export const ActionFailed = problem('action-failed');
export const ParticipantGone = problem('participant-gone');
export const DeviceDenied = problem('device-denied');
export const DeviceBlocked = problem('device-blocked');
export const DeviceMissing = problem('device-missing');
export const DeviceBusy = problem('device-busy');
export const DeviceUnsuitable = problem('device-unsuitable');
export const DeviceLost = problem('device-lost');
export const DeviceUnblurred = problem('device-unblurred');
export const ScreenShareDenied = problem('screen-share-denied');
export const ScreenShareUnsupported = problem('screen-share-unsupported');
export const MessageNoRecipientKey = problem('message-no-recipient-key');
export const MessageTooLong = problem('message-too-long');
export const MessageTooMany = problem('message-too-many');
export const MessageNotDelivered = problem('message-not-delivered');
export const InsecurePage = problem('insecure-page');
