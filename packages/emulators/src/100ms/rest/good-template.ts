import { objectOf, type JsonObject } from '../../rest/json.ts';

const media = {
  audio: { bitRate: 32, codec: 'opus' },
  video: { bitRate: 400, codec: 'vp8', frameRate: 30, width: 640, height: 480 },
};

const role = (name: string, allowed: readonly string[], hears: readonly string[], rights: JsonObject): JsonObject => ({
  name,
  publishParams: { allowed, ...media },
  subscribeParams: { subscribeToRoles: hears, maxSubsBitRate: 3200 },
  permissions: rights,
  priority: 1,
  maxPeerCount: 0,
});

const everybody = ['clinician', 'patient', 'interpreter', 'family', 'observer'];
const none = { sendRoomState: false, pollRead: false, pollWrite: false, hlsStreaming: false, rtmpStreaming: false };

const template: JsonObject = {
  id: '627ce5b637300e55a72ba7ed',
  name: 'quietroom-visit',
  customerId: '627cdddff2e4e30487862ad1',
  roles: {
    clinician: role('clinician', ['audio', 'video', 'screen'], everybody, {
      ...none,
      endRoom: true,
      removeOthers: true,
      mute: true,
      unmute: true,
      changeRole: true,
      browserRecording: false,
    }),
    patient: role('patient', ['audio', 'video', 'screen'], everybody, none),
    interpreter: role('interpreter', ['audio', 'video'], everybody, none),
    family: role('family', ['audio', 'video'], everybody, none),
    observer: role('observer', [], everybody, none),
    'waiting-room': role('waiting-room', [], [], none),
  },
  settings: { region: 'us', recording: null, roomState: { enabled: false, sendPeerList: false }, retry: {} },
  destinations: {},
};

/** A template as a visit needs it, in the form the vendor's documentation shows. Changed by tests to be wrong. */
export const goodTemplate = (): JsonObject => objectOf(JSON.parse(JSON.stringify(template)));
