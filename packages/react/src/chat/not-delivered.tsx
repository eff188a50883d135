'use client';
import { Refusal, RoomError, type OpaqueId } from '@quietroom/core';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { sayRule } from '../refusal/say-rule.ts';
import { useVisit } from '../visit-context/use-visit.ts';

interface NotDeliveredProps {
  readonly id: OpaqueId;
  /** Why it failed the last time. */
  readonly error: RoomError | undefined;
}

/** What to do about a message that did not arrive. The text stays; sent again, it is shown once at the other side. */
export function NotDelivered({ id, error }: NotDeliveredProps) {
  const { messages } = useVisit();
  const words = useLaterWords();
  const common = useWords();
  const [refused, setRefused] = useState<RoomError | Refusal | null>(null);
  const reason = refused ?? error;

  const tryAgain = async () => {
    setRefused(null);
    try {
      await messages.retry(id);
    } catch (thrown) {
      setRefused(thrown instanceof Refusal ? thrown : RoomError.from(thrown, 'message-not-delivered'));
    }
  };

  return (
    <div className="qr-message-failed">
      {reason && (
        <p>
          {reason instanceof Refusal ? sayRule(common, reason.ruleId) : common.say(`problem.${reason.code}.remedy`)}
        </p>
      )}
      <Button onClick={() => void tryAgain()}>{words.say('chat.tryAgain')}</Button>
    </div>
  );
}
