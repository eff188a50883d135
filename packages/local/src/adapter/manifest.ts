import type { Manifest, RoomActionType } from '@quietroom/core';

/** What a direct visit can do. Recording and captions need a machine that hears everybody; there is none. */
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
  'lock',
  'remove',
  'mute',
  'askToUnmute',
  'endForEveryone',
]);

/** What is known of direct visits, and who refuses what. */
export const manifest: Manifest = {
  operatedBy: 'host',
  sdk: null,
  verified: [
    { what: 'Nobody enters without a visit pass and its key.', check: 'packages/local/src/relay/entry.test.ts' },
    {
      what: 'Whoever is not admitted is told nothing of the others and reaches none of them.',
      check: 'packages/local/src/relay/waiting-room.test.ts',
    },
    {
      what: 'Only clinicians admit, decline, remove, mute, lock and end.',
      check: 'packages/local/src/relay/roles.test.ts',
    },
    {
      what: 'Media, mute, messages and recovery between real browsers.',
      check: 'packages/local/src/local.conformance.ts',
    },
    {
      what: 'Chromium and Firefox ESR see, hear and write to each other.',
      check: 'apps/demo/e2e/firefox.spec.ts',
    },
    {
      what: 'Everything through a TURN server, its standstill and its restart survived; no own address is told.',
      check: 'apps/demo/e2e/turn.spec.ts',
    },
    {
      what: 'A picture that nobody looks at is not sent.',
      check: 'packages/local/src/adapter/mesh.conformance.ts',
    },
  ],
  unknown: [
    'Safari has not been run against this adapter.',
    'People behind different networks need a TURN server, which is not part of this package.',
    'The people in a visit learn each other’s network addresses, unless `iceTransportPolicy` is `relay`; then the TURN server alone does.',
    'The relay passes on how the direct connections are set up. A hostile relay could put itself between them: it could then see and hear, but not read sealed messages.',
  ],
  enforcedBy: {
    knock: 'relay',
    admit: 'relay',
    keepWaiting: 'relay',
    decline: 'relay',
    lock: 'relay',
    remove: 'relay',
    endForEveryone: 'relay',
    mute: 'relay',
    askToUnmute: 'relay',
    publish: 'relay',
    shareScreen: 'nobody',
  },
};
