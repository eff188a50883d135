import type {
  ChatMessage,
  RoomJoinedSuccess,
  SignalEvents,
  SignalIceServer,
  SignalTurnServer,
} from '@whereby.com/media';

/** What one person's browser sends another's through the signalling server: an offer, an answer or a candidate. */
export interface Relayed {
  readonly clientId: string;
  readonly message?: unknown;
}

/** Messages that pass through unread. */
export const relayedMessages = [
  'ready_to_receive_offer',
  'sdp_offer',
  'sdp_answer',
  'ice_candidate',
  'ice_endofcandidates',
] as const;

type RelayedMessage = (typeof relayedMessages)[number];

/**
 * Everything this server says, by its name on the wire. The shapes are the SDK's own declarations where it has one, so
 * that a new version of the SDK which expects something else does not compile here.
 */
export interface WireEvents
  extends
    Omit<SignalEvents, 'connect' | 'connect_error' | 'disconnect' | 'chat_message' | 'room_joined'>,
    Record<RelayedMessage, Relayed> {
  chat_message: ChatMessage | { readonly error: string };
  room_joined:
    | RoomJoinedSuccess
    | { readonly error: string; readonly isClaimed?: boolean; readonly isLocked?: boolean; readonly selfId?: string };
  mediaserver_config: {
    readonly iceServers: SignalIceServer[];
    readonly turnServers: SignalTurnServer[];
    readonly mediaserverConfigTtlSeconds: number;
  };
}

/** The name of one message of this server. */
export type WireEvent = keyof WireEvents;

/** What follows the name: nothing for the events that carry nothing. */
export type WirePayload<Name extends WireEvent> = WireEvents[Name] extends object ? [payload: WireEvents[Name]] : [];
