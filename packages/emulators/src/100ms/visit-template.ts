import type { HMSRole } from '@100mslive/hms-video-store';

/** What a room is made after: its roles, and who may caption. */
export interface Template {
  readonly id: string;
  readonly roles: Readonly<Record<string, HMSRole>>;
  /** Roles that may start and stop captions. */
  readonly captioners: readonly string[];
}

type Rights = HMSRole['permissions'];

const none: Rights = {
  endRoom: false,
  removeOthers: false,
  mute: false,
  unmute: false,
  changeRole: false,
  hlsStreaming: false,
  rtmpStreaming: false,
  browserRecording: false,
  pollRead: false,
  pollWrite: false,
};

const layer = (rid: string, scaleResolutionDownBy: number, maxBitrate: number, maxFramerate: number) => ({
  rid,
  scaleResolutionDownBy,
  maxBitrate,
  maxFramerate,
});

/** Small, because a test's browsers draw and compress it without a graphics card. Chromium sends two layers of it. */
const picture = { bitRate: 300, codec: 'vp8', frameRate: 15, width: 480, height: 270 };

const role = (
  name: string,
  allowed: readonly string[],
  hears: readonly string[],
  rights: Partial<Rights> = {},
): HMSRole => ({
  name,
  priority: 1,
  publishParams: {
    allowed: [...allowed],
    audio: { bitRate: 32, codec: 'opus' },
    video: picture,
    screen: { ...picture, bitRate: 800, frameRate: 10, width: 1_280, height: 720 },
    simulcast: {
      video: { layers: [layer('f', 1, 300, 15), layer('q', 2, 100, 15)] },
      screen: {},
    },
  },
  subscribeParams: { subscribeToRoles: [...hears], maxSubsBitRate: 3_200 },
  permissions: { ...none, ...rights },
});

const everybody = ['clinician', 'patient', 'interpreter', 'family', 'observer'];

/**
 * A template as a visit needs it: a role for each of ours, one without any right for whoever waits, and nobody who may
 * stream. `rights` adds rights to roles, for a template that somebody has set up otherwise.
 */
export const visitTemplate = (rights: Readonly<Record<string, Partial<Rights>>> = {}): Template => {
  const roles = [
    role('clinician', ['audio', 'video', 'screen'], everybody, {
      endRoom: true,
      removeOthers: true,
      mute: true,
      unmute: true,
      changeRole: true,
      browserRecording: true,
    }),
    role('patient', ['audio', 'video', 'screen'], everybody),
    role('interpreter', ['audio', 'video'], everybody),
    role('family', ['audio', 'video'], everybody),
    role('observer', [], everybody),
    role('waiting', [], []),
  ];
  return {
    id: '627ce5b637300e55a72ba7ed',
    roles: Object.fromEntries(
      roles.map((one) => [one.name, { ...one, permissions: { ...one.permissions, ...rights[one.name] } }]),
    ),
    captioners: ['clinician'],
  };
};
