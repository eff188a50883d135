import { RoomError, type ParticipantId, type RoomAction, type RoomFacts } from '@quietroom/core';
import type { SeatedPerson } from './create-fake-person.ts';

/** The room as its host acts on it. */
export interface HostedRoom {
  /** @throws RoomError `participant-gone` */
  readonly find: (id: ParticipantId) => SeatedPerson;
  readonly know: (facts: Partial<RoomFacts>) => void;
  readonly endForEveryone: () => void;
}

/** Carries out what concerns others or the room. @throws RoomError */
export function performAsHost(action: RoomAction, { find, know, endForEveryone }: HostedRoom): void {
  switch (action.type) {
    case 'admit':
      find(action.participant).move('inside');
      return;
    case 'keepWaiting':
      find(action.participant).move('kept waiting');
      return;
    case 'decline':
      find(action.participant).move('declined');
      return;
    case 'remove':
      find(action.participant).move('removed');
      return;
    case 'mute':
      find(action.participant).muted();
      return;
    case 'askToUnmute':
      find(action.participant).askedToUnmute();
      return;
    case 'lock':
      know({ locked: action.locked });
      return;
    case 'setRecording':
      know({ recording: action.on });
      return;
    case 'setCaptions':
      know({ captions: action.on });
      return;
    case 'endForEveryone':
      endForEveryone();
      return;
    default:
      throw new RoomError('not-supported');
  }
}
