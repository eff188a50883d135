'use client';
import type { Phase } from '@quietroom/core';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { ScreenHeading } from '../screen-heading/screen-heading.tsx';
import { useVisit } from '../visit-context/use-visit.ts';

const RefusedRules = lazyPart(async () => (await import('./refused-rules.tsx')).RefusedRules);

type EndedPhase = Extract<Phase, { readonly name: 'ended' }>;

/** Over for good: joining again would only be refused or undo a decision. */
const final: ReadonlySet<EndedPhase['reason']> = new Set(['ended-for-everyone', 'removed', 'declined']);

/** How the visit ended, why, and whether it can be joined again. */
export function Ended() {
  const phase = useVisitState((state) => state.phase);
  return phase.name === 'ended' ? <EndedScreen phase={phase} /> : null;
}

function EndedScreen({ phase }: { readonly phase: EndedPhase }) {
  const { reason, error, findings } = phase;
  const visit = useVisit();
  const { say } = useWords();
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
        <p className="qr-soft qr-small">{say('ended.erased')}</p>
      </div>
    </div>
  );
}
