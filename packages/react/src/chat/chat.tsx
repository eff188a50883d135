'use client';
import type { MessagesState, ParticipantId, VisitState } from '@quietroom/core';
import { useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useRecipients } from '../hooks/use-conversation.ts';
import { useDecision } from '../hooks/use-decision.ts';
import { useSelection } from '../hooks/use-selection.ts';
import { Icon } from '../icon/icon.tsx';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { sayRule } from '../refusal/say-rule.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { Composer } from './composer.tsx';
import { ConversationLog } from './conversation-log.tsx';
import { RecipientList } from './recipient-list.tsx';
import { useDrafts } from './use-drafts.ts';
import { useFindAgain } from './use-find-again.ts';

const isRecorded = ({ room }: VisitState): boolean => room.recording === true;

/** See {@link Chat}. */
export interface ChatProps {
  /** Whom to write to when the panel opens, for example from “Message” in the people panel. */
  readonly recipient?: ParticipantId | undefined;
  /** Shows a button that closes the panel. */
  readonly onClose?: (() => void) | undefined;
}

const none: readonly ParticipantId[] = [];

/** Those with a conversation; the list stays the same object while nobody new writes. */
const correspondents = (state: MessagesState): readonly ParticipantId[] =>
  Object.values(state.conversations).map((conversation) => conversation.with);
const sameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/**
 * Sealed messages to one person at a time. There is no way to write to everybody, and nobody is ever written to without
 * being named: whoever was chosen stays chosen when others come and go.
 */
export function Chat({ recipient: asked, onClose }: ChatProps) {
  const visit = useVisit();
  const words = useLaterWords();
  const common = useWords();
  const heading = useId();
  const decision = useDecision('sendMessage');
  // What was written can still be read while the connection is being restored.
  const interrupted = useVisitState((state) => state.phase.name === 'reconnecting');
  const recipients = useRecipients();
  const written = useSelection(visit.messages.state, correspondents, sameList);
  const drafts = useDrafts();
  const findAgain = useFindAgain();
  const [chosen, setChosen] = useState<ParticipantId | null>(asked ?? null);
  const [lastAsked, setLastAsked] = useState(asked);

  if (asked !== lastAsked) {
    setLastAsked(asked);
    if (asked !== undefined) setChosen(asked);
  }
  if (chosen !== null && !recipients.includes(chosen)) {
    // Whoever holds a pass for the same person is that person, come back; the text begun for them goes along.
    const back = findAgain(chosen, recipients);
    if (back !== undefined) {
      drafts.move(chosen, back);
      setChosen(back);
    }
  }
  // With one person to write to they are chosen, visibly; never in place of somebody a text was begun for.
  const only = recipients.length === 1 ? recipients[0] : undefined;
  if (chosen === null && only !== undefined) setChosen(only);

  const known = new Set([...written, ...(chosen === null ? none : [chosen])]);
  const unreachable = [...known].filter((id) => !recipients.includes(id));
  const recorded = useVisitState(isRecorded);
  const nobody = recipients.length === 0 && unreachable.length === 0;

  return (
    <aside className="qr-panel qr-chat" aria-labelledby={heading}>
      <div className="qr-panel-head">
        <h3 id={heading} className="qr-subtitle">
          {words.say('chat.heading')}
        </h3>
        {onClose && (
          <Button kind="plain" aria-label={words.say('chat.close')} onClick={onClose}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      {!decision.allowed && !interrupted ? (
        <div className="qr-chat-empty">
          <Icon name="chat" />
          <p>{sayRule(common, decision.ruleId)}</p>
        </div>
      ) : nobody ? (
        <div className="qr-chat-empty">
          <Icon name="remove" />
          <p>{words.say('chat.nobody')}</p>
        </div>
      ) : (
        <>
          <div className="qr-chat-recipient">
            <RecipientList recipients={recipients} unreachable={unreachable} chosen={chosen} onChoose={setChosen} />
            <p className="qr-small qr-soft">{words.say('chat.introduction')}</p>
            {recorded ? <p className="qr-small">{words.say('chat.recorded')}</p> : null}
          </div>
          {chosen === null ? <div className="qr-conversation" /> : <ConversationLog key={chosen} recipient={chosen} />}
          <Composer
            recipient={chosen}
            reachable={chosen !== null && recipients.includes(chosen)}
            interrupted={interrupted}
            drafts={drafts}
          />
        </>
      )}
    </aside>
  );
}
