'use client';
import type { ParticipantId } from '@quietroom/core';
import { memo, useEffect, useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useConversation } from '../hooks/use-conversation.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import { ChatMessage } from './chat-message.tsx';

/** Messages in the page at once: what is drawn does not grow with what was written. */
const windowful = 60;

/**
 * What was written with one person. Not a live region: the announcer says that a message came, and reading it twice
 * would drown the person who is being listened to.
 */
export const ConversationLog = memo(function ConversationLog({ recipient }: { readonly recipient: ParticipantId }) {
  const { messages } = useVisit();
  const words = useLaterWords();
  const label = useId();
  const conversation = useConversation(recipient);
  const [shown, setShown] = useState(windowful);
  const unread = conversation?.unread ?? 0;
  const everything = conversation?.messages ?? [];
  const visible = everything.slice(-shown);

  useEffect(() => {
    if (unread > 0) messages.markRead(recipient);
  }, [messages, recipient, unread]);

  return (
    <div className="qr-conversation" role="log" aria-live="off" aria-labelledby={`${label} ${label}-with`} tabIndex={0}>
      <div className="qr-conversation-inner">
        <h4 className="qr-hidden">
          <span id={label}>{words.say('chat.conversation')}</span> <RosterName of={recipient} id={`${label}-with`} />
        </h4>
        {everything.length > shown && (
          <Button
            kind="plain"
            onClick={() => {
              setShown(shown + windowful);
            }}
          >
            {words.say('chat.earlier')}
          </Button>
        )}
        {visible.length > 0 ? (
          <ol role="list">
            {visible.map((message) => (
              <ChatMessage key={message.id} message={message} recipient={recipient} />
            ))}
          </ol>
        ) : (
          <p className="qr-soft qr-conversation-empty">{words.say('chat.nothingYet')}</p>
        )}
      </div>
    </div>
  );
});
