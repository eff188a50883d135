import type { Manifest, RoomActionType } from '@quietroom/core';

/** What every 100ms room can do here. There is no `lock`: the vendor locks a room only by ending it. */
const always: readonly RoomActionType[] = [
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
  'remove',
  'mute',
  'askToUnmute',
  'endForEveryone',
];

/** What the host has set up beyond a plain visit. */
export interface Extras {
  readonly recording: boolean;
  readonly captions: boolean;
}

/** What a 100ms room can do here, with what the host has set up. */
export const capabilitiesWith = ({ recording, captions }: Extras): ReadonlySet<RoomActionType> =>
  new Set<RoomActionType>([
    ...always,
    ...(recording ? (['setRecording'] as const) : []),
    ...(captions ? (['setCaptions'] as const) : []),
  ]);

const conformance = 'packages/100ms/src/100ms.conformance.ts';
const hazards = 'packages/100ms/src/hazards.conformance.ts';

/** What is known of 100ms rooms, and who refuses what. */
export const manifest: Manifest = {
  operatedBy: 'vendor',
  eligibility: {
    says: 'A workspace for health information, with an agreement (BAA) signed with the vendor.',
    source: '100ms HIPAA guide and FAQ',
    on: '2026-11-21',
  },
  sdk: { name: '@100mslive/hms-video-store', minimumVersion: '0.15.0' },
  verified: [
    {
      what: 'Media through a media server, waiting room, mute, screen sharing, envelopes and recovery with the unmodified client, against a local stand-in for the vendor’s servers.',
      check: conformance,
    },
    { what: 'No event goes to the vendor’s analytics, no device label or id is seen by its client.', check: hazards },
    {
      what: 'Nothing of a visit stays in the browser’s storage, whether the analytics host answers or not.',
      check: hazards,
    },
    { what: 'Joining sends nothing, and a forced role change does not either.', check: hazards },
  ],
  unknown: [
    'The vendor’s real servers have not been run against: what they refuse, their limits and their cadences.',
    'The vendor’s media server can see and hear what passes through it.',
    'The vendor, and everybody in the room, sees who writes to whom, when, and the padded size.',
    'Who waits is told by the vendor which pseudonyms are in the room; only this adapter does not pass it on.',
    'Safari and Firefox have not been run against this adapter.',
  ],
  enforcedBy: {
    knock: 'vendor',
    admit: 'vendor',
    decline: 'vendor',
    remove: 'vendor',
    mute: 'vendor',
    askToUnmute: 'vendor',
    endForEveryone: 'vendor',
    setRecording: 'vendor',
    setCaptions: 'vendor',
    publish: 'vendor',
    shareScreen: 'vendor',
    // Anybody in the room may be able to raise the hand that means it.
    keepWaiting: 'nobody',
    lock: 'nobody',
  },
};
