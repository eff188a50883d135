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
const guide = '100ms HIPAA guide';

/** What is known of 100ms rooms, and who refuses what. */
export const manifest: Manifest = {
  operatedBy: 'vendor',
  eligibility: {
    says: 'A workspace for health information, with an agreement (BAA) signed with the vendor.',
    source: guide,
    on: '2026-11-21',
  },
  sdk: { name: '@100mslive/hms-video-store', minimumVersion: '0.15.0' },
  verified: [
    {
      what: 'Visits with the unmodified client, against a local stand-in for the vendor’s servers.',
      check: conformance,
    },
    { what: 'The vendor’s client sends no analytics and sees no device.', check: hazards },
    {
      what: 'Nothing of a visit stays in the browser’s storage.',
      check: hazards,
    },
    { what: 'Neither joining nor a forced role sends anything.', check: hazards },
  ],
  // Its guide and its FAQ contradict each other on transcription: people are told the longer time.
  keeps: [
    { what: 'recording', days: 15, source: `${guide}, “Recordings”: elsewhere than in a workspace for it` },
    { what: 'recording', days: 7, source: `${guide}, “Recordings”: whose upload failed` },
    { what: 'transcription', days: 14, source: `${guide}, “Post call transcription”: the sound` },
    { what: 'transcription', days: 0, source: `${guide}, FAQ 5` },
    { what: 'captions', days: 0, source: `${guide}, “Closed captions”` },
  ],
  unknown: [
    'The vendor’s real servers have not been run against.',
    'The vendor’s media server can see and hear.',
    'The vendor sees who writes to whom, when, and the padded size.',
    'The vendor tells who waits which pseudonyms are in the room; this adapter does not pass it on.',
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
