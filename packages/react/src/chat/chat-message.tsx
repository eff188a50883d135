'use client';
import type { Message, ParticipantId } from '@quietroom/core';
import { memo } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { MessageText } from './message-text.tsx';
import { NotDelivered } from './not-delivered.tsx';
import { timeOfDay } from '../time-of-day/time-of-day.ts';

interface ChatMessageProps {
  readonly message: Message;
  readonly recipient: ParticipantId;
}

const deliveries = { sending: 'chat.sending', delivered: 'chat.delivered', failed: 'chat.failed' } as const;

/** One message: who wrote it, when, and whether it arrived. Drawn again only when it changes itself. */
export const ChatMessage = memo(function ChatMessage({ message, recipient }: ChatMessageProps) {
  const words = useLaterWords();
  const { id, from, text, at, delivery, error } = message;

  return (
    <li className="qr-message ph-no-capture rr-block" data-sentry-mask="" data-from={from} data-delivery={delivery}>
      <span className="qr-hidden">
        <RosterName of={from === 'self' ? 'self' : recipient} pseudonym={false} />
      </span>
      <MessageText text={text} />
      <p className="qr-message-foot">
        <time dateTime={new Date(at).toISOString()}>{timeOfDay(words.locale, at)}</time>
        {delivery !== 'received' && <span className="qr-message-delivery">{words.say(deliveries[delivery])}</span>}
      </p>
      {delivery === 'failed' && <NotDelivered id={id} error={error} />}
    </li>
  );
});
