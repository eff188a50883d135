'use client';
import type { Conversation, MessagesState, ParticipantId } from '@quietroom/core';
import { useCallback } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { useSelection } from './use-selection.ts';

const recipients = (state: MessagesState): readonly ParticipantId[] => state.recipients;
const unread = (state: MessagesState): number => state.unread;

/** What was written between this page and one other person; undefined before the first message. */
export function useConversation(participant: ParticipantId): Conversation | undefined {
  const select = useCallback((state: MessagesState) => state.conversations[participant], [participant]);
  return useSelection(useVisit().messages.state, select);
}

/** Whom this page can write to now. */
export function useRecipients(): readonly ParticipantId[] {
  return useSelection(useVisit().messages.state, recipients);
}

/** Unread messages in all conversations. */
export function useUnread(): number {
  return useSelection(useVisit().messages.state, unread);
}
