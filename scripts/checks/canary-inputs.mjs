// What a host's page can hand to the packages as free text, and what became of it. See scripts/canary-inputs.mjs.

const drawn = 'Drawn where the host put it, from the host’s own code. Nothing hands it on.';
const ruleText = 'A rule of an adapter or of this library, written by its authors.';
const read = 'Made by the packages for a host to read; one that comes back is only shown.';
const published = 'A provider’s own description, in its code.';
const branded = 'Turns a vendor’s id into a type. Ids are never shown.';

/** @type {Record<string, { canary: string } | { why: string }>} */
export const inputs = {
  // Who people are.
  'RosterEntry.name': { canary: 'roster.name' },
  'RosterEntry.pronouns': { canary: 'roster.pronouns' },

  'createVisit(options).knownIdentifiers': { canary: 'host.known' },

  // What people write.
  'Messages.send(text)': { canary: 'chat.text' },

  // What a host shows.
  'VideoRoomProps.emergencyCard': { canary: 'host.emergency-card' },
  'WaitingRoomProps.emergencyCard': { canary: 'host.emergency-card' },
  'MediaStoppedProps.emergencyCard': { canary: 'host.emergency-card' },
  'VideoRoomProps.translate()': { canary: 'host.words' },
  'VisitProviderProps.translate()': { canary: 'host.words' },
  'PluralPhrase.zero': { canary: 'host.words' },
  'PluralPhrase.one': { canary: 'host.words' },
  'PluralPhrase.two': { canary: 'host.words' },
  'PluralPhrase.few': { canary: 'host.words' },
  'PluralPhrase.many': { canary: 'host.words' },
  'PluralPhrase.other': { canary: 'host.words' },
  'EffectOptions.assets': {
    why: 'Where the host’s own server has the files of the effects; asked of that server alone.',
  },
  'VisitProviderProps.children': { why: drawn },
  'ScreenHeadingProps.children': { why: drawn },
  'VideoRoomProps.waitingRoom': { why: drawn },
  'VideoRoomProps.afterVisit': { why: drawn },
  'WaitingRoomProps.children': { why: drawn },
  'EndedProps.children': { why: drawn },
  'Button(props).icon': { why: drawn },
  'Button(props): attributes of its element': { why: 'A host’s own button: its attributes are the host’s to watch.' },
  'ControlProps.label': { why: drawn },
  'ControlProps.short': { why: drawn },
  'ControlProps.count.words': { why: drawn },
  'IconProps.label': { why: drawn },
  'RosterNameProps.id': { why: 'An element’s id, made by useId.' },
  'VideoRoomProps.locale': { why: 'A language tag: it chooses words, and is the language of the room’s element.' },
  'VisitProviderProps.locale': { why: 'A language tag: it chooses words, and is the language of the room’s element.' },
  'Catalogue.locale': { why: 'A language tag.' },

  // The page and the devices.
  'Environment.page.path': { canary: 'page.query' },
  'Visit.perform(action).deviceId': { why: 'Must be one of the listed devices, or the choice is refused.' },
  'VisitMedia.select(deviceId)': { why: 'Must be one of the listed devices, or the choice is refused.' },

  // Where and how to connect.
  'RoomAdapter.reference': { why: 'Given by an adapter; what holds an identifier is refused before any contact.' },
  'LocalOptions.url': { why: 'The host’s own relay.' },
  RTCIceServer: { why: 'Addresses and credentials of servers, made by the host’s server.' },
  JsonWebKey: { why: 'A key.' },
  'createVisit(options).pass()': { why: 'A signed pass. Claims that do not fit its grammar are refused.' },

  'HmsOptions.roomId': { why: 'The vendor’s id of a room. What is not 24 hexadecimal characters is refused.' },
  'HmsOptions.token()': { why: 'A signed token. One whose user id is not an opaque id is refused before any request.' },
  'HmsOptions.recordingStorageAttestedOn': { why: 'A date.' },
  'whereby(props).roomUrl': { why: 'An address named by a UUID, without parameters of anybody’s, or it is refused.' },
  'whereby(props).hostRoomUrl': {
    why: 'An address named by a UUID, without parameters of anybody’s, or it is refused.',
  },
  'UnguardedWherebyEmbedProps.room.roomUrl': { why: 'As for the adapter: a UUID without foreign parameters.' },
  'UnguardedWherebyEmbedProps.room.hostRoomUrl': { why: 'As for the adapter: a UUID without foreign parameters.' },

  // Policy, written by the host’s developers.
  'Policy.name': { why: 'A preset’s name, in the host’s code.' },
  'Policy.loosened[]': { why: 'A developer’s reason, shown in Visit safety on this page only.' },
  'Attestation.evidence': { why: 'Where a clinic keeps its paper, shown in Visit safety on this page only.' },
  'Attestation.expires': { why: 'A date.' },
  'Attestation.on': { why: 'A date.' },
  'loosen(reasons)[]': { why: 'A developer’s reason, shown in Visit safety on this page only.' },
};

for (const [reason, names] of [
  [ruleText, ['AdapterRule.id', 'AdapterRule.remedy', 'AdapterRule.says', 'AdapterRule.source', 'StandingRule.id']],
  [
    read,
    [
      'ControlProps.decision.remedy',
      'ControlProps.decision.ruleId',
      'Attesting.provider',
      'AuditRecord.event.ruleId',
      'AuditRecord.event.ruleIds',
      'AuditRecord.event.text',
      'AuditRecord.hash',
      'AuditRecord.previous',
      'Facts.attested',
      'Facts.page.path',
      'Facts.provider',
      'Finding.ruleId',
      'Refusal.remedy',
      'Refusal.ruleId',
      'Refusal: attributes of its element',
      'RoomError.remedy',
      'SafetySources.today',
      'attestedOn(today)',
      'RoomError.toJSON().message',
      'RoomError.toJSON().name',
      'RoomError.why',
      'RoomError: attributes of its element',
      'textOfRule(ruleId)',
    ],
  ],
  [
    published,
    [
      'Kept.source',
      'Manifest.eligibility.on',
      'Manifest.eligibility.says',
      'Manifest.eligibility.source',
      'Manifest.sdk.minimumVersion',
      'Manifest.sdk.name',
      'Manifest.unknown',
      'Manifest.verified.check',
      'Manifest.verified.what',
      'RoomAdapter.provider',
    ],
  ],
  [
    'Compared on this page and sent nowhere; the answer names kinds, never values.',
    ['FindIdentifiersOptions.known', 'findIdentifiers(text)'],
  ],
  [drawn, ['HmsVisitProviderProps.children', 'HmsVisitProviderProps.fallback']],
  [
    'The name of a role in the clinic’s template at the vendor, in the host’s code.',
    ['clinician', 'family', 'interpreter', 'observer', 'patient', 'waiting'].map((role) => `HmsRoles.${role}`),
  ],
  [branded, ['participantId(vendorId)', 'trackId(vendorId)']],
  [
    'Handed over by an adapter, of what its vendor says; compared with what it said before, and checked by core.',
    ['RoomClaims.pass', 'RoomKnock.name', 'RoomParticipant.name', 'isSwitch(action).deviceId'],
  ],
])
  for (const name of names) inputs[name] = { why: reason };
