import type { OpaqueId, Role, RoomErrorCode } from '@quietroom/core';

/**
 * What happened at the relay, for a host's log. Opaque ids and closed words only: no name, no pass, no address and
 * nothing of what pages tell each other.
 */
export type RelayEvent =
  | {
      readonly type: 'room-opened' | 'room-closed' | 'locked' | 'unlocked' | 'ended-for-everyone';
      readonly room: OpaqueId;
    }
  | {
      readonly type:
        | 'entered'
        | 'knocked'
        | 'admitted'
        | 'declined'
        | 'removed'
        | 'left'
        | 'dropped'
        | 'resumed'
        | 'replaced'
        | 'expired';
      readonly room: OpaqueId;
      readonly participant: OpaqueId;
      readonly role: Role;
    }
  | { readonly type: 'entry-refused'; readonly room: OpaqueId; readonly code: RoomErrorCode | 'resume-refused' }
  /** A socket was closed because of what it sent, or because it said nothing in time. */
  | {
      readonly type: 'socket-refused';
      readonly room: OpaqueId;
      readonly why: 'malformed' | 'flood' | 'silent' | 'slow';
    };
