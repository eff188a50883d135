'use client';
import type { Ref } from 'react';
import { useUnread } from '../hooks/use-conversation.ts';
import { useDecision } from '../hooks/use-decision.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { IconPath } from '../icon/icon-path.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Control } from './control.tsx';

/** See {@link ChatControl}. */
export interface PanelControlProps {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

/** “Chat”, with how many messages were not read. */
export function ChatControl({ open, onToggle, buttonRef }: PanelControlProps) {
  const decision = useDecision('sendMessage');
  // While reconnecting nothing can be sent, but what was written can still be read.
  const reconnecting = useVisitState((state) => state.phase.name === 'reconnecting');
  const unread = useUnread();
  const { say } = useWords();
  return (
    <Control
      buttonRef={buttonRef}
      icon="chat"
      label={say('toolbar.chat')}
      decision={reconnecting ? undefined : decision}
      expanded={open}
      count={{ value: unread, words: say('toolbar.chatUnread', { count: unread }) }}
      onPress={onToggle}
    />
  );
}

/** “People”, with how many are waiting to be let in. */
export function PeopleControl({ open, onToggle, buttonRef }: PanelControlProps) {
  const waiting = useVisitState((state) => state.knockOrder.length);
  const { say } = useWords();
  return (
    <Control
      buttonRef={buttonRef}
      icon="people"
      label={say('toolbar.people')}
      expanded={open}
      count={{ value: waiting, words: say('toolbar.waiting', { count: waiting }) }}
      onPress={onToggle}
    />
  );
}

const dots = 'M5 12h.01M12 12h.01M19 12h.01';

/**
 * “More”: what a low bar has no place for. It says what is going on behind it: who waits, and what the person started
 * there.
 */
export function MoreControl({ open, onToggle, buttonRef }: PanelControlProps) {
  const waiting = useVisitState((state) => state.knockOrder.length);
  const started = useVisitState(({ self }) => self.handRaised || self.sending.screen);
  const { say } = useWords();
  return (
    <Control
      buttonRef={buttonRef}
      icon={<IconPath path={dots} />}
      label={say('toolbar.more')}
      tone={started ? 'active' : undefined}
      expanded={open}
      count={{ value: waiting, words: say('toolbar.waiting', { count: waiting }) }}
      onPress={onToggle}
    />
  );
}
