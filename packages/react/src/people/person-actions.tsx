'use client';
import type { Decision, ParticipantId } from '@quietroom/core';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { useRecipients } from '../hooks/use-conversation.ts';
import { useAction } from '../hooks/use-action.ts';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { sayRule } from '../refusal/say-rule.ts';

interface PersonActionsProps {
  readonly id: ParticipantId;
  /** The id of the element with the person's name, which ends each button's accessible name. */
  readonly name: string;
  readonly unmuted: boolean;
  readonly recorder: boolean;
  readonly onMessage: ((participant: ParticipantId) => void) | undefined;
  readonly onRemove: (participant: ParticipantId) => void;
}

/** What can be done about one person, each asked of the policy. */
export function PersonActions({ id, name, unmuted, recorder, onMessage, onRemove }: PersonActionsProps) {
  const words = useLaterWords();
  const mute = useAction('mute');
  const askToUnmute = useAction('askToUnmute');
  const remove = useAction('remove');
  const reachable = useRecipients().includes(id);
  const [asked, setAsked] = useState(false);
  const error = mute.error ?? askToUnmute.error;

  return (
    <>
      <div className="qr-person-actions">
        {onMessage && reachable && (
          <PersonAction
            name={name}
            icon={<Icon name="chat" size={18} />}
            onPress={() => {
              onMessage(id);
            }}
          >
            {words.say('people.message')}
          </PersonAction>
        )}
        {/* One button, so that the focus stays when pressing it makes it the other. */}
        {recorder ? null : (
          <PersonAction
            name={name}
            decision={unmuted ? mute.decision : askToUnmute.decision}
            pending={unmuted ? mute.pending : askToUnmute.pending}
            icon={<Icon name={unmuted ? 'microphoneOff' : 'microphone'} size={18} />}
            onPress={() => {
              setAsked(false);
              if (unmuted) void mute.perform({ participant: id });
              else void askToUnmute.perform({ participant: id }).then(setAsked);
            }}
          >
            {words.say(unmuted ? 'people.mute' : 'people.askToUnmute')}
          </PersonAction>
        )}
        <PersonAction
          name={name}
          decision={remove.decision}
          icon={<Icon name="remove" size={18} />}
          danger
          onPress={() => {
            onRemove(id);
          }}
        >
          {words.say('people.remove')}
        </PersonAction>
      </div>
      <p role="status" className="qr-small qr-soft qr-person-asked">
        {asked && !unmuted && words.say('people.asked')}
      </p>
      {error && <Problem error={error} />}
    </>
  );
}

interface PersonActionProps {
  readonly name: string;
  readonly decision?: Decision;
  readonly pending?: boolean;
  readonly danger?: boolean;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly children: string;
}

/** One button, named after what it does and to whom. Absent or locked with its reason where the policy says so. */
function PersonAction({ name, decision, pending = false, danger = false, icon, onPress, children }: PersonActionProps) {
  const element = useId();
  const words = useWords();
  if (decision && !decision.allowed && decision.control === 'absent') return null;
  const reason = decision && !decision.allowed ? sayRule(words, decision.ruleId) : null;
  return (
    <>
      <Button
        className="qr-person-action"
        data-danger={danger ? '' : undefined}
        icon={icon}
        pending={pending}
        locked={reason !== null}
        aria-labelledby={`${element} ${name}`}
        aria-describedby={reason === null ? undefined : `${element}-reason`}
        aria-haspopup={danger ? 'dialog' : undefined}
        onClick={onPress}
      >
        <span id={element}>{children}</span>
      </Button>
      {reason !== null && (
        <span id={`${element}-reason`} className="qr-hidden">
          {reason}
        </span>
      )}
    </>
  );
}
