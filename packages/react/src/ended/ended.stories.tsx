import type { EndReason, RoomErrorCode } from '@quietroom/core';
import { endedVisit, failedJoin } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Ended as EndedPart } from './ended.tsx';

const meta: Meta = { title: 'Ended', component: EndedPart };
export default meta;

const because = (reason: EndReason) => scenarioStory((options) => endedVisit(reason, options), <EndedPart />);
const failedWith = (code: RoomErrorCode) => scenarioStory((options) => failedJoin(code, options), <EndedPart />);

export const Left = because('left');
export const Cancelled = because('cancelled');
export const Closed = because('closed');
export const Declined = because('declined');
export const Removed = because('removed');
export const EndedForEveryone = because('ended-for-everyone');
export const Replaced = because('replaced');
export const Refused = because('refused');

export const FailedPassMissing = failedWith('pass-missing');
export const FailedPassRefused = failedWith('pass-refused');
export const FailedPassExpired = failedWith('pass-expired');
export const FailedPassMismatch = failedWith('pass-mismatch');
export const FailedRoomFull = failedWith('room-full');
export const FailedRoomLocked = failedWith('room-locked');
export const FailedRoomUnreachable = failedWith('room-unreachable');
export const FailedConnectionLost = failedWith('connection-lost');
export const FailedInsecurePage = failedWith('insecure-page');
