import * as v from 'valibot';
import type { Connection } from '../connection.ts';
import { requestShapes as shapes, type RequestName } from '../requests.ts';
import { cancelKnock, joinRoom, knockRoom, leaveRoom } from './arrival.ts';
import { chatMessage, refuseFiles, removeChatMessage } from './chat.ts';
import { kickClient, requestMedia, setLock, spotlight } from './host.ts';
import { handleKnock } from './knock.ts';
import {
  enableAudio,
  enableVideo,
  fetchMediaServers,
  sendMetadata,
  startScreenshare,
  stopScreenshare,
} from './media.ts';
import {
  startCaptions,
  startRecording,
  startTranscription,
  stopCaptions,
  stopRecording,
  stopTranscription,
} from './recording.ts';

type Handler = (connection: Connection, payload: unknown) => void;

/** What is not as the SDK would send it is not answered, nor what was held back until its line was gone. */
const on =
  <Shape extends v.GenericSchema>(
    shape: Shape,
    handle: (connection: Connection, request: v.InferOutput<Shape>) => void,
  ): Handler =>
  (connection, payload) => {
    const parsed = v.safeParse(shape, payload);
    if (parsed.success && connection.socket.connected) handle(connection, parsed.output);
  };

/** What is done about each request. */
export const handlers: Readonly<Record<RequestName, Handler>> = {
  identify_device: on(shapes.identify_device, (connection, { deviceCredentials }) => {
    connection.deviceId = deviceCredentials.credentials.uuid;
    connection.emit('device_identified');
  }),
  join_room: on(shapes.join_room, joinRoom),
  knock_room: on(shapes.knock_room, knockRoom),
  cancel_room_knock: on(shapes.cancel_room_knock, cancelKnock),
  handle_knock: on(shapes.handle_knock, handleKnock),
  leave_room: on(shapes.leave_room, leaveRoom),
  set_lock: on(shapes.set_lock, setLock),
  kick_client: on(shapes.kick_client, kickClient),
  enable_audio: on(shapes.enable_audio, enableAudio),
  enable_video: on(shapes.enable_video, enableVideo),
  request_audio_enable: on(shapes.request_audio_enable, requestMedia('audio_enable_requested')),
  request_video_enable: on(shapes.request_video_enable, requestMedia('video_enable_requested')),
  send_client_metadata: on(shapes.send_client_metadata, sendMetadata),
  chat_message: on(shapes.chat_message, chatMessage),
  remove_chat_message: on(shapes.remove_chat_message, removeChatMessage),
  request_file_upload_url: on(shapes.request_file_upload_url, refuseFiles),
  start_screenshare: on(shapes.start_screenshare, startScreenshare),
  stop_screenshare: on(shapes.stop_screenshare, stopScreenshare),
  start_recording: on(shapes.start_recording, startRecording),
  stop_recording: on(shapes.stop_recording, stopRecording),
  live_captions_enabled: on(shapes.live_captions_enabled, startCaptions),
  live_captions_disabled: on(shapes.live_captions_disabled, stopCaptions),
  start_live_transcription: on(shapes.start_live_transcription, startTranscription),
  stop_live_transcription: on(shapes.stop_live_transcription, stopTranscription),
  add_spotlight: on(shapes.add_spotlight, spotlight(true)),
  remove_spotlight: on(shapes.remove_spotlight, spotlight(false)),
  fetch_mediaserver_config: on(shapes.fetch_mediaserver_config, fetchMediaServers),
  join_breakout_group: on(shapes.join_breakout_group, ({ seat }, { group }) => {
    seat?.room.tell(null, 'breakout_group_joined', { clientId: seat.client.id, group });
  }),
  update_breakout_session: () => undefined,
};
