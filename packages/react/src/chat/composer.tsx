'use client';
import { Refusal, RoomError, type ParticipantId } from '@quietroom/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { Problem } from '../problem/problem.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import type { Drafts } from './use-drafts.ts';

const IdentifierHint = lazyPart(async () => (await import('../identifier-hint/identifier-hint.tsx')).IdentifierHint);

type ObstacleKey = 'chat.interrupted' | 'chat.chooseFirst' | 'chat.recipientGone' | 'chat.writeFirst';

interface ComposerProps {
  readonly recipient: ParticipantId | null;
  readonly reachable: boolean;
  /** The connection is being restored: nothing can be sent now. */
  readonly interrupted: boolean;
  readonly drafts: Drafts;
}

/** Where a message is written. Without a person to send it to, nothing can be sent; what fails to be sent stays written. */
export function Composer({ recipient, reachable, interrupted, drafts }: ComposerProps) {
  const { messages } = useVisit();
  const words = useLaterWords();
  const element = useId();
  const [failure, setFailure] = useState<{ readonly to: ParticipantId; readonly error: RoomError | Refusal } | null>(
    null,
  );
  const text = recipient === null ? '' : drafts.of(recipient);
  const obstacle = ((): ObstacleKey | null => {
    if (interrupted) return 'chat.interrupted';
    if (recipient === null) return 'chat.chooseFirst';
    if (!reachable) return 'chat.recipientGone';
    return text.trim() === '' ? 'chat.writeFirst' : null;
  })();

  const send = async () => {
    if (recipient === null || obstacle !== null) return;
    setFailure(null);
    drafts.write(recipient, '');
    try {
      await messages.send(recipient, text.trim());
    } catch (thrown) {
      drafts.restore(recipient, text);
      const error = thrown instanceof Refusal ? thrown : RoomError.from(thrown, 'message-not-delivered');
      setFailure({ to: recipient, error });
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a word is being composed (Japanese, Chinese, Korean), Enter chooses it and must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  return (
    <form
      className="qr-composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {failure !== null && failure.to === recipient && (
        <Problem
          error={failure.error}
          onDismiss={() => {
            setFailure(null);
          }}
        />
      )}
      <label className="qr-label" htmlFor={`${element}-text`}>
        {words.say('chat.message')}
      </label>
      {/* No spell checking: browsers may send what is typed to a spelling service on the internet. */}
      <textarea
        id={`${element}-text`}
        className="qr-input ph-no-capture rr-block"
        data-sentry-mask=""
        rows={2}
        dir="auto"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="send"
        readOnly={recipient === null}
        aria-describedby={`${element}-obstacle ${element}-keys`}
        value={text}
        onChange={(event) => {
          if (recipient !== null) drafts.write(recipient, event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {text === '' ? null : <IdentifierHint text={text} />}
      <div className="qr-composer-foot">
        <div className="qr-small qr-soft">
          <p id={`${element}-obstacle`} className={obstacle === 'chat.writeFirst' ? 'qr-hidden' : undefined}>
            {obstacle && words.say(obstacle)}
          </p>
          <p id={`${element}-keys`} className="qr-composer-keys">
            {words.say('chat.keys')}
          </p>
        </div>
        <Button
          kind="primary"
          type="submit"
          icon={<Icon name="send" />}
          locked={obstacle !== null}
          aria-describedby={obstacle === null ? undefined : `${element}-obstacle`}
        >
          {words.say('chat.send')}
        </Button>
      </div>
    </form>
  );
}
