import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(200_000));
const name = v.pipe(v.string(), v.maxLength(1_000));
const optionalName = v.nullish(name);

/** What `join_room` and `knock_room` have in common. */
const arrival = v.object({
  roomName: name,
  organizationId: name,
  roomKey: optionalName,
  displayName: optionalName,
  externalId: optionalName,
  clientClaim: optionalName,
  isDialIn: v.nullish(v.boolean()),
  isAudioRecorder: v.nullish(v.boolean()),
  config: v.nullish(v.object({ isAudioEnabled: v.nullish(v.boolean()), isVideoEnabled: v.nullish(v.boolean()) })),
});

const knockResponse = v.object({
  message: v.optional(text),
  sender: v.optional(v.object({ displayName: optionalName, avatarUrl: optionalName })),
});

const switched = v.object({ enabled: v.boolean() });
const several = v.object({ clientIds: v.array(name), enable: v.boolean() });
const spotlight = v.object({ clientId: name, streamId: name });
const nothing = v.unknown();

/** What a browser may ask, and what of it this server reads. Fields it does not know are dropped. */
export const requestShapes = {
  identify_device: v.object({ deviceCredentials: v.object({ credentials: v.object({ uuid: name }), hmac: name }) }),
  join_room: arrival,
  knock_room: arrival,
  cancel_room_knock: nothing,
  handle_knock: v.object({
    action: v.picklist(['accept', 'hold', 'reject']),
    clientId: name,
    knockResponse: v.optional(knockResponse, {}),
  }),
  leave_room: nothing,
  set_lock: v.object({ locked: v.boolean() }),
  kick_client: v.object({
    clientId: v.optional(name),
    clientIds: v.optional(v.array(name)),
    reasonId: v.optional(name),
  }),
  enable_audio: switched,
  enable_video: switched,
  request_audio_enable: several,
  request_video_enable: several,
  send_client_metadata: v.object({
    type: name,
    payload: v.object({
      displayName: optionalName,
      stickyReaction: v.nullish(v.object({ reaction: name, timestamp: name })),
    }),
  }),
  chat_message: v.object({
    text,
    parentId: v.optional(name),
    breakoutGroup: v.optional(name),
    broadcast: v.optional(v.boolean()),
  }),
  remove_chat_message: v.object({ id: name, sig: v.nullish(name) }),
  request_file_upload_url: nothing,
  start_screenshare: v.object({ streamId: name, hasAudioTrack: v.boolean(), receiverId: v.nullish(name) }),
  stop_screenshare: v.object({ streamId: name }),
  start_recording: nothing,
  stop_recording: nothing,
  live_captions_enabled: nothing,
  live_captions_disabled: nothing,
  start_live_transcription: nothing,
  stop_live_transcription: nothing,
  add_spotlight: spotlight,
  remove_spotlight: spotlight,
  fetch_mediaserver_config: nothing,
  join_breakout_group: v.object({ group: name }),
  update_breakout_session: nothing,
} as const;

/** The name of one request of a browser. */
export type RequestName = keyof typeof requestShapes;

/** What that request carries, as far as this server reads it. */
export type RequestOf<Name extends RequestName> = v.InferOutput<(typeof requestShapes)[Name]>;

/** Asks to come in, at once or by knocking. */
export type Arrival = RequestOf<'join_room'>;
