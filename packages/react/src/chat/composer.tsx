'use client';
import { Refusal, RoomError, type ParticipantId } from '@quietroom/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import type { Drafts } from './use-drafts.ts';

interface ComposerProps {
  readonly recipient: ParticipantId | null;
  readonly reachable: boolean;
  readonly drafts: Drafts;
}

/** Where a message is written. Without a person to send it to, nothing can be sent; what fails to be sent stays written. */
export function Composer({ recipient, reachable, drafts }: ComposerProps) {
  const { messages } = useVisit();
  const words = useWords();
  const element = useId();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<{ readonly to: ParticipantId; readonly error: RoomError | Refusal } | null>(
    null,
  );
  const text = recipient === null ? '' : drafts.of(recipient);
  const obstacle =
    recipient === null
      ? words.say('chat.chooseFirst')
      : !reachable
        ? words.say('chat.recipientGone')
        : text.trim() === ''
          ? words.say('chat.writeFirst')
          : null;

  const send = async () => {
    if (recipient === null || obstacle !== null || sending) return;
    setSending(true);
    setFailure(null);
    try {
      await messages.send(recipient, text);
      drafts.sent(recipient, text);
    } catch (thrown) {
      const error = thrown instanceof Refusal ? thrown : RoomError.from(thrown, 'message-not-delivered');
      setFailure({ to: recipient, error });
    }
    setSending(false);
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
      <div className="qr-composer-row">
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
        <Button
          kind="primary"
          type="submit"
          icon={<Icon name="send" />}
          locked={obstacle !== null}
          pending={sending}
          aria-describedby={obstacle === null ? undefined : `${element}-obstacle`}
        >
          {words.say('chat.send')}
        </Button>
      </div>
      <p id={`${element}-obstacle`} className={recipient !== null && reachable ? 'qr-hidden' : 'qr-small qr-soft'}>
        {obstacle}
      </p>
      <p id={`${element}-keys`} className="qr-small qr-soft qr-composer-keys">
        {words.say('chat.keys')}
      </p>
    </form>
  );
}
