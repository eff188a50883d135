'use client';
import type { Phase, Visit } from '@quietroom/core';
import { useState, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { PartBoundary } from '../part-boundary/part-boundary.tsx';
import { ScreenHeading } from '../screen-heading/screen-heading.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import { sayMinutes } from '../waiting-room/waited.tsx';

const RefusedRules = lazyPart(async () => (await import('./refused-rules.tsx')).RefusedRules);

type EndedPhase = Extract<Phase, { readonly name: 'ended' }>;

/** Over for good: joining again would only be refused or undo a decision. */
const final: ReadonlySet<EndedPhase['reason']> = new Set(['ended-for-everyone', 'removed', 'declined']);

/** How long this page was in the visit that is over; null when it never was. */
const lasted = ({ audit }: Visit): number | null => {
  const events = audit.get();
  const since = events.findLast(({ type }) => type === 'visit-joined' || type === 'visit-joining');
  const end = events.at(-1);
  return since?.type === 'visit-joined' && end ? end.at - since.at : null;
};

/** See {@link Ended}. */
export interface EndedProps {
  /** What the clinic has to say after a visit: what comes next, whom to call. What breaks in it takes nothing else along. */
  readonly children?: ReactNode;
}

/** How the visit ended, why, what can be done now, and whether it can be joined again. */
export function Ended({ children }: EndedProps) {
  const phase = useVisitState((state) => state.phase);
  return phase.name === 'ended' ? <EndedScreen phase={phase}>{children}</EndedScreen> : null;
}

function EndedScreen({ phase, children }: EndedProps & { readonly phase: EndedPhase }) {
  const { reason, error, findings } = phase;
  const visit = useVisit();
  const words = useWords();
  const { say } = words;
  const time = lasted(visit);
  const [joining, setJoining] = useState(false);
  return (
    <div className="qr-screen">
      <div className="qr-card qr-ended" data-reason={reason}>
        <span className="qr-ended-mark">
          <Icon name={reason === 'failed' || reason === 'refused' ? 'warning' : 'check'} size={28} />
        </span>
        <ScreenHeading>{say(`ended.${reason}.title`)}</ScreenHeading>
        {reason === 'failed' ? error && <Problem error={error} /> : <p>{say(`ended.${reason}.text`)}</p>}
        {reason === 'refused' && findings ? <RefusedRules findings={findings} /> : null}
        {final.has(reason) ? null : (
          <div className="qr-row">
            <Button
              kind="primary"
              pending={joining}
              onClick={() => {
                setJoining(true);
                void visit.join();
              }}
            >
              {say(visit.role === 'clinician' ? 'ended.again' : 'ended.askAgain')}
            </Button>
          </div>
        )}
        {final.has(reason) || reason === 'left' ? <p>{say('ended.close')}</p> : null}
        <p className="qr-soft qr-small">
          {time === null ? null : `${say('ended.lasted', { duration: sayMinutes(words, time) })} `}
          {say('ended.erased')}
        </p>
      </div>
      {children === undefined ? null : (
        <div className="qr-slot">
          <PartBoundary>{children}</PartBoundary>
        </div>
      )}
    </div>
  );
}
