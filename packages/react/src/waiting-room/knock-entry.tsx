'use client';
import type { Knock, ParticipantId, VisitState } from '@quietroom/core';
import { memo, useCallback, useId } from 'react';
import { Button } from '../button/button.tsx';
import { timeOfDay } from '../time-of-day/time-of-day.ts';
import { useAction } from '../hooks/use-action.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { RosterName } from '../roster-name/roster-name.tsx';

interface KnockEntryProps {
  readonly id: ParticipantId;
  readonly onAdmit: (id: ParticipantId) => void;
}

/** Somebody who asks to join: who they are, since when, and what the clinician can do about it. */
export const KnockEntry = memo(function KnockEntry({ id, onAdmit }: KnockEntryProps) {
  const knock = useVisitState(useCallback((state: VisitState): Knock | undefined => state.knocks[id], [id]));
  const words = useWords();
  const element = useId();
  const keepWaiting = useAction('keepWaiting');
  const decline = useAction('decline');
  if (!knock) return null;

  const name = `${element}-name`;
  const labelled = (action: string) => ({
    id: `${element}-${action}`,
    'aria-labelledby': `${element}-${action} ${name}`,
  });
  const time = timeOfDay(words.locale, knock.since);
  const error = keepWaiting.error ?? decline.error;

  return (
    <li className="qr-knock" data-verified={knock.verified}>
      <div className="qr-knock-person">
        <strong>
          <RosterName of={id} id={name} />
        </strong>
        <span className="qr-knock-facts">
          {!knock.verified && <span>{words.say('waitingList.unverified')}</span>}
          <span>{words.say('waitingList.since', { time })}</span>
          {knock.keptWaiting && <span>{words.say('waitingList.kept')}</span>}
        </span>
      </div>
      <div className="qr-knock-answers">
        <Button
          kind="primary"
          {...labelled('admit')}
          aria-haspopup="dialog"
          onClick={() => {
            onAdmit(id);
          }}
        >
          {words.say('waitingList.admit')}
        </Button>
        {!knock.keptWaiting && (
          <Button
            {...labelled('keep-waiting')}
            pending={keepWaiting.pending}
            onClick={() => void keepWaiting.perform({ participant: id })}
          >
            {words.say('waitingList.keepWaiting')}
          </Button>
        )}
        <Button
          {...labelled('decline')}
          pending={decline.pending}
          onClick={() => void decline.perform({ participant: id })}
        >
          {words.say('waitingList.decline')}
        </Button>
      </div>
      {error && <Problem error={error} />}
    </li>
  );
});
