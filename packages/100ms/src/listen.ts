import type { HMSNotifications, HMSTrack } from '@100mslive/hms-video-store';
import { participantId, RoomError, type CaptureSource, type RoomEnd, type RoomReport } from '@quietroom/core';
import type { Vendor } from './load-vendor.ts';
import type { PageMedia } from './page-media.ts';
import type { RoomReading } from './read-room.ts';
import { receiveMessages } from './receive-messages.ts';

/** Who acts on what is heard. */
export interface Listeners {
  readonly page: Pick<PageMedia, 'stop'>;
  readonly report: Pick<RoomReport, 'notice' | 'received'>;
  readonly over: () => boolean;
  /** The room as it was last read; null before the first time. */
  readonly reading: () => RoomReading | null;
  readonly end: (reason: RoomEnd) => void;
  readonly fail: (error: RoomError) => void;
}

/** Hears what the vendor's state does not keep: messages, captions, what a clinician asks of this page, and the end. */
export const listen = (
  { HMSNotificationTypes: Types }: Vendor,
  notifications: HMSNotifications,
  { page, report, over, reading, end, fail }: Listeners,
): (() => void) => {
  const receive = receiveMessages(report, reading);

  /** Somebody with the right to has muted this page, or asks it to unmute. */
  const obey = (by: string | undefined, track: HMSTrack, enabled: boolean): void => {
    if (track.source !== 'regular') return;
    const source: CaptureSource = track.type === 'audio' ? 'microphone' : 'camera';
    const from = by === undefined ? null : participantId(by);
    if (enabled) {
      if (source === 'microphone' && from !== null) report.notice({ type: 'asked-to-unmute', by: from });
      return;
    }
    page.stop(source);
    if (source === 'microphone' && from !== null) report.notice({ type: 'muted-by', by: from });
    else report.notice({ type: 'source-ended', source });
  };

  return notifications.onNotification((notification) => {
    if (over()) return;
    switch (notification.type) {
      case Types.NEW_MESSAGE:
        receive(notification.data);
        return;
      case Types.CHANGE_TRACK_STATE_REQUEST:
        obey(notification.data.requestedBy?.id, notification.data.track, notification.data.enabled);
        return;
      case Types.CHANGE_MULTI_TRACK_STATE_REQUEST: {
        const { requestedBy, tracks, enabled } = notification.data;
        for (const track of tracks) obey(requestedBy?.id, track, enabled);
        return;
      }
      case Types.REMOVED_FROM_ROOM:
      case Types.ROOM_ENDED:
        if (notification.data.roomEnded) end('ended-for-everyone');
        else end(reading()?.self.admission === 'admitted' ? 'removed' : 'declined');
        return;
      case Types.ERROR:
        if (notification.data.isTerminal) fail(new RoomError('connection-lost', { cause: notification.data }));
        return;
      default:
    }
  });
};
