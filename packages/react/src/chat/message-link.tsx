'use client';
import { useId, useState } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';

interface MessageLinkProps {
  readonly text: string;
  readonly address: URL;
}

/**
 * An address somebody wrote. Pressing it opens nothing: it asks first, and says where the link leads. Until then there
 * is no `href` for a slip of the finger, a preview or an extension to follow.
 */
export function MessageLink({ text, address }: MessageLinkProps) {
  const words = useLaterWords();
  const [asking, setAsking] = useState(false);
  const question = useId();

  return (
    <>
      <button
        type="button"
        className="qr-message-link"
        aria-expanded={asking}
        onClick={() => {
          setAsking(!asking);
        }}
      >
        {text}
      </button>
      {asking && (
        <span className="qr-message-link-question" role="group" aria-labelledby={question}>
          <strong id={question}>{words.say('chat.openLink')}</strong>
          <span>{words.say('chat.openLinkTo', { host: address.host })}</span>
          <span className="qr-message-link-answers">
            <a href={address.href} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
              {words.say('chat.openLinkConfirm')}
            </a>
            <button
              type="button"
              onClick={() => {
                setAsking(false);
              }}
            >
              {words.say('chat.openLinkCancel')}
            </button>
          </span>
        </span>
      )}
    </>
  );
}
