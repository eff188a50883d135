import type { Manifest, RoomActionType } from '@quietroom/core';

/**
 * What a Whereby room can do here. `lock` is not among them: the vendor's lock is the waiting room itself, and a visit
 * without one is never allowed; the clinician's adapter locks the room by itself. A recording that nobody agreed to stops
 * the visit, whoever started it.
 */
export const capabilities: ReadonlySet<RoomActionType> = new Set<RoomActionType>([
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
  'setRecording',
  'setCaptions',
  'endForEveryone',
]);

const conformance = 'packages/whereby/src/whereby.conformance.ts';
const hazards = 'packages/whereby/src/hazards.conformance.ts';

/** What is known of Whereby rooms, and who refuses what. */
export const manifest: Manifest = {
  operatedBy: 'vendor',
  eligibility: {
    says: 'Whereby Embedded, on the plans for which the vendor signs an agreement, for the settings its page names.',
    source: 'Whereby’s documentation, page “HIPAA”',
    on: '2026-11-22',
  },
  sdk: { name: '@whereby.com/core', minimumVersion: '1.20.3' },
  verified: [
    {
      what: 'Media, waiting room, mute, screen sharing, envelopes and recovery with the unmodified client, in rooms that go from browser to browser, against a local stand-in for the vendor’s servers.',
      check: conformance,
    },
    { what: 'No connection to the vendor’s telemetry host is made or can be made.', check: hazards },
    { what: 'Leaving, from every state, leaves no line, knock, track or device id behind.', check: hazards },
    { what: 'A recorder and a streamer are known, also to who joins later.', check: hazards },
  ],
  // Its page is silent on captions and transcription: people are told that nobody knows.
  keeps: [{ what: 'recording', days: 0, source: 'Whereby’s documentation, page “HIPAA”, “Recording”' }],
  unknown: [
    'The vendor’s real servers have not been run against: what they refuse, their limits, and whether they echo chat as assumed.',
    'Rooms with a media server (“group” mode) have not been run. There the vendor’s server can see and hear.',
    'In rooms from browser to browser, the people in a visit learn each other’s network addresses.',
    'Whoever is in the room, and the vendor, sees who writes to whom, when, and the padded size.',
    'Who knocks is not proved before they are inside: the vendor passes on a name and nothing else.',
    'Safari and Firefox have not been run against this adapter.',
  ],
  enforcedBy: {
    knock: 'vendor',
    // The client sends these for any role; whether the vendor’s servers refuse them is not known.
    admit: 'nobody',
    keepWaiting: 'nobody',
    decline: 'nobody',
    setRecording: 'nobody',
    setCaptions: 'nobody',
    publish: 'vendor',
    shareScreen: 'nobody',
    lock: 'vendor',
    remove: 'vendor',
    mute: 'vendor',
    askToUnmute: 'vendor',
    endForEveryone: 'vendor',
  },
};
