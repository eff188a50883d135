'use client';
import { Refusal, type RoomError } from '@quietroom/core';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { sayRule } from '../refusal/say-rule.ts';

/** See {@link Problem}. */
export interface ProblemProps {
  readonly error: RoomError | Refusal;
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

/** What went wrong in people's words, and what they can do. The error's own words are for developers. */
export function Problem({ error, onRetry, onDismiss }: ProblemProps) {
  const words = useWords();
  const { say } = words;
  return (
    <div className="qr-note qr-problem" data-tone="danger">
      <Icon name="warning" />
      <div className="qr-stack">
        {error instanceof Refusal ? (
          <p>{sayRule(words, error.ruleId)}</p>
        ) : (
          <>
            <p className="qr-problem-what">{say(`problem.${error.code}.what`)}</p>
            <p>{say(`problem.${error.code}.remedy`)}</p>
          </>
        )}
        {onRetry || onDismiss ? (
          <div className="qr-row">
            {onRetry ? <Button onClick={onRetry}>{say('problem.retry')}</Button> : null}
            {onDismiss ? (
              <Button kind="plain" onClick={onDismiss}>
                {say('problem.dismiss')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  );
}
