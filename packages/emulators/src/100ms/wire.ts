import type { HMSRole } from '@100mslive/hms-video-store';

/** A track as its sender describes it and everybody else is told of it. */
export interface TrackState {
  readonly track_id: string;
  readonly stream_id: string;
  readonly type: 'audio' | 'video';
  readonly source: string;
  readonly description: string;
  readonly mute: boolean;
}

/** Tracks by their ids. */
export type TrackStates = Readonly<Record<string, TrackState>>;

/** Somebody in a room, as others are told of them. */
export interface WirePeer {
  readonly peer_id: string;
  readonly role: string;
  readonly groups: readonly string[];
  readonly info: {
    readonly name: string;
    readonly data: string;
    readonly user_id: string;
    readonly type: 'regular' | 'sip';
  };
}

/** Somebody with what they send. A peer that is not `realtime` is dropped by the SDK. */
export interface WirePeerWithTracks extends WirePeer {
  readonly joined_at: number;
  readonly realtime: true;
  readonly tracks: TrackStates;
}

/** How far something that was started has come. */
export type Progress = 'none' | 'initialised' | 'started' | 'paused' | 'resumed' | 'stopped' | 'failed';

/** What was started and by when; times are milliseconds since the epoch. */
export interface Running {
  readonly enabled: boolean;
  readonly state: Progress;
  readonly started_at?: number;
}

/** One rendition of a stream to the outside. */
export interface HlsVariant {
  readonly url: string;
  readonly meeting_url: string;
  readonly state: Progress;
  readonly started_at: number;
}

/** The captions of a room, as they are told. */
export interface Transcription {
  readonly mode: 'caption';
  readonly state: Progress;
  readonly started_at?: number;
  readonly stopped_at?: number;
}

/** What is switched on in a room. */
export interface RoomState {
  readonly name: string;
  readonly session_id: string;
  readonly started_at: number;
  readonly recording: { readonly sfu: Running; readonly browser: Running; readonly hls: Running };
  readonly streaming: {
    readonly enabled: boolean;
    readonly rtmp: Running;
    readonly hls: { readonly enabled: boolean; readonly variants: readonly HlsVariant[] };
  };
  readonly transcriptions: readonly Transcription[];
}

/** What a browser is told of a message. */
export interface WireMessage {
  /** Left out where nobody in the room sent it. */
  readonly peer?: WirePeer;
  readonly message_id: string;
  readonly private: boolean;
  readonly timestamp: number;
  readonly info: { readonly message: unknown; readonly type: string };
  readonly roles?: readonly string[];
}

/**
 * Everything this server says unasked on the line, by its method. The SDK publishes no types for them; these follow
 * what its 0.15.0 reads.
 */
export interface Pushes {
  'on-policy-change': {
    readonly name: string;
    readonly known_roles: Readonly<Record<string, HMSRole>>;
    readonly plugins: {
      readonly transcriptions: readonly {
        readonly mode: 'caption';
        readonly permissions: { readonly admin: readonly string[] };
      }[];
    };
    readonly template_id: string;
    readonly app_data: Readonly<Record<string, string>>;
  };
  'room-state': {
    readonly peer_count: number;
    readonly room: RoomState;
    readonly peers: Readonly<Record<string, WirePeerWithTracks>>;
  };
  'peer-list': { readonly peers: Readonly<Record<string, WirePeerWithTracks>>; readonly room: RoomState };
  'room-info': {
    readonly room_id: string;
    readonly name: string;
    readonly description: string;
    readonly max_size: number;
    readonly large_room_optimization: boolean;
  };
  'session-info': {
    readonly session_id: string;
    readonly room_id: string;
    readonly peer_count: number;
    readonly track_count: number;
  };
  'on-peer-join': WirePeerWithTracks;
  'on-peer-leave': WirePeerWithTracks;
  'on-peer-update': WirePeerWithTracks;
  'on-track-add': { readonly tracks: TrackStates; readonly peer: WirePeer };
  'on-track-update': { readonly tracks: TrackStates; readonly peer: WirePeer };
  'on-track-remove': { readonly tracks: TrackStates; readonly peer: WirePeer };
  'on-broadcast': WireMessage;
  'on-role-change-request': { readonly requested_by: string; readonly role: string; readonly token: string };
  'on-track-update-request': {
    readonly requested_by: string;
    readonly track_id: string;
    readonly stream_id: string;
    readonly mute: boolean;
  };
  'on-change-track-mute-state-request': {
    readonly requested_by: string;
    readonly type?: 'audio' | 'video';
    readonly source?: string;
    readonly value: boolean;
  };
  'on-peer-leave-request': { readonly requested_by: string; readonly reason: string; readonly room_end: boolean };
  'on-record-update': {
    readonly type: 'Browser' | 'sfu' | 'HLS';
    readonly state: Progress;
    readonly started_at?: number;
    readonly peer?: WirePeer;
  };
  'on-rtmp-update': { readonly state: Progress; readonly started_at?: number; readonly peer?: WirePeer };
  'on-hls-update': { readonly enabled: boolean; readonly variants: readonly HlsVariant[] };
  'on-transcription-update': Transcription & { readonly peer?: WirePeer };
  'on-error': { readonly code: number; readonly message: string };
  offer: { readonly type: 'offer'; readonly sdp: string; readonly sfu_node_id: string };
  trickle: { readonly target: 0 | 1; readonly candidate: object; readonly sfu_node_id: string };
}

/** The method of one push. */
export type PushName = keyof Pushes;

/** A refusal on the line, in the vendor's codes, which are those of HTTP. */
export class WireError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
