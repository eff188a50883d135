'use client';
import type { ParticipantId } from '@quietroom/core';
import type { KeyboardEvent } from 'react';
import { useConversation } from '../hooks/use-conversation.ts';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { RosterName } from '../roster-name/roster-name.tsx';

interface RecipientOptionProps {
  readonly id: ParticipantId;
  readonly chosen: boolean;
  readonly reachable: boolean;
  readonly focusable: boolean;
  readonly onChoose: () => void;
  readonly onStep: (event: KeyboardEvent) => void;
}

/** One person a message can go to: their name, and whether they wrote something new. */
export function RecipientOption({ id, chosen, reachable, focusable, onChoose, onStep }: RecipientOptionProps) {
  const words = useLaterWords();
  const unread = useConversation(id)?.unread ?? 0;

  return (
    <li
      role="option"
      aria-selected={chosen}
      tabIndex={focusable ? 0 : -1}
      className="qr-recipient"
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === ' ' || event.key === 'Enter') {
          event.preventDefault();
          onChoose();
        } else onStep(event);
      }}
    >
      <Icon name="check" />
      <span>
        <RosterName of={id} />
        {!reachable && <span className="qr-recipient-gone"> {words.say('chat.gone')}</span>}
      </span>
      {unread > 0 && !chosen && (
        <span className="qr-recipient-unread">{words.say('chat.unread', { count: unread })}</span>
      )}
    </li>
  );
}
