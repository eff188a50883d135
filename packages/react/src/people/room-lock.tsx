'use client';
import { useId } from 'react';
import { Button } from '../button/button.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { sayRule } from '../refusal/say-rule.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/**
 * Closes the door behind those who are in, for the clinician; others see only whether it is closed. Nothing where the
 * provider has no such door: there a locked room is one in which people knock.
 */
export function RoomLock() {
  const words = useLaterWords();
  const common = useWords();
  const locked = useVisitState((state) => state.room.locked);
  const lock = useAction('lock');
  const note = useId();
  const { decision } = lock;
  const hasDoor = useVisit().capabilities.has('lock');
  const offered = decision.allowed || decision.control === 'explain';

  if (!hasDoor) return null;
  return (
    <div className="qr-room-lock">
      {locked !== 'unknown' && (
        <p id={note} className="qr-small qr-soft" role="status">
          {words.say(locked ? 'people.lockedNote' : 'people.unlockedNote')}
        </p>
      )}
      {offered && (
        <Button
          icon={locked === true ? <Icon name="unlock" /> : <Icon name="lock" />}
          pending={lock.pending}
          locked={!decision.allowed}
          aria-describedby={decision.allowed ? note : `${note}-reason`}
          onClick={() => void lock.perform({ locked: locked !== true })}
        >
          {words.say(locked === true ? 'people.unlock' : 'people.lock')}
        </Button>
      )}
      {offered && !decision.allowed && (
        <p id={`${note}-reason`} className="qr-small qr-soft">
          {sayRule(common, decision.ruleId)}
        </p>
      )}
      {lock.error && <Problem error={lock.error} />}
    </div>
  );
}
