import { participantId, type RoomReport } from '@quietroom/core';
import type {
  AudioEnableRequestedEvent,
  LiveCaptionEvent,
  RoomJoinedEvent,
  RoomKnockedEvent,
  ServerSocket,
  VideoEnableRequestedEvent,
} from '@whereby.com/media';
import type { PageMedia } from './page-media.ts';
import type { RoomWatch } from './room-watch.ts';

/** Who acts on what is heard. */
export interface Listeners {
  readonly room: RoomWatch;
  readonly page: PageMedia;
  readonly report: Pick<RoomReport, 'notice'>;
}

/** Hears on the line what the vendor's state does not keep: who knocks anew, and what a host asks of this page. */
export const listen = (socket: ServerSocket, { room, page, report }: Listeners): (() => void) => {
  const stops = [
    socket.on('room_knocked', ({ clientId }: RoomKnockedEvent) => {
      room.knocked(participantId(clientId));
    }),
    socket.on('room_joined', (payload: RoomJoinedEvent) => {
      if (!('error' in payload)) room.stillKnock(new Set(payload.room.knockers.map(({ clientId }) => clientId)));
    }),
    socket.on('audio_enable_requested', ({ requestedByClientId, enable }: AudioEnableRequestedEvent) => {
      if (!enable) page.stop('microphone');
      report.notice({ type: enable ? 'asked-to-unmute' : 'muted-by', by: participantId(requestedByClientId) });
    }),
    socket.on('video_enable_requested', ({ enable }: VideoEnableRequestedEvent) => {
      if (enable || !page.isOn('camera')) return;
      page.stop('camera');
      report.notice({ type: 'source-ended', source: 'camera' });
    }),
    // The vendor's state keeps it for five seconds and says nothing of who is done; core keeps it for the visit.
    socket.on('live_caption', ({ senderId, resultId, text }: LiveCaptionEvent) => {
      report.notice({ type: 'caption', speaker: participantId(senderId), utterance: resultId, text, final: false });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
