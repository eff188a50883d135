import type { RoomActionType } from '@quietroom/core';

/** Everything a fake room can do unless the script takes it away. */
export const allActions: readonly RoomActionType[] = [
  'publish',
  'setMicrophone',
  'setCamera',
  'selectDevice',
  'shareScreen',
  'raiseHand',
  'knock',
  'cancelKnock',
  'admit',
  'keepWaiting',
  'decline',
  'lock',
  'remove',
  'mute',
  'askToUnmute',
  'setRecording',
  'setCaptions',
  'endForEveryone',
];
