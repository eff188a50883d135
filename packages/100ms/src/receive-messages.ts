import { participantId, type RoomReport } from '@quietroom/core';
import { messageType, readEnvelope } from './envelope-text.ts';
import type { RoomReading } from './read-room.ts';
import { readTranscripts, transcriptType } from './transcript.ts';

/** A message as the vendor's client tells it. */
export interface VendorMessage {
  readonly sender?: string;
  readonly recipientPeer?: string;
  readonly message: unknown;
  readonly type: string;
}

/** Takes what was sent to this page: envelopes, and the vendor's captions. */
export const receiveMessages = (
  report: Pick<RoomReport, 'notice' | 'received'>,
  reading: () => Pick<RoomReading, 'self' | 'participants'> | null,
): ((message: VendorMessage) => void) => {
  const caption = readTranscripts((told) => {
    report.notice(told);
  });
  return ({ sender, recipientPeer, message, type }: VendorMessage): void => {
    const room = reading();
    if (room?.self.admission !== 'admitted') return;
    const from = sender === undefined ? null : participantId(sender);
    if (type === transcriptType) {
      // Anybody in the room can send such a message. A person's own client captions that person and nobody else.
      const isMachine = from === null || room.participants.get(from)?.claims.role === 'recorder';
      caption(message, (speaker) => isMachine || speaker === from);
      return;
    }
    if (from === null) return;
    // To everybody, to a role, or from another app: none of ours. Core notes that something of theirs was dropped.
    const ours = type === messageType && recipientPeer !== undefined && recipientPeer === room.self.id;
    report.received(from, ours ? readEnvelope(message) : new Uint8Array());
  };
};
