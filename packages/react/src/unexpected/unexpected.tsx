'use client';
import type { ParticipantId, VisitState } from '@quietroom/core';
import { useId } from 'react';
import { Button } from '../button/button.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { Problem } from '../problem/problem.tsx';
import { RosterName } from '../roster-name/roster-name.tsx';
import { useVisit } from '../visit-context/use-visit.ts';

const unexpected = (state: VisitState) => state.unexpected;

/** Asks about everybody here whom nobody vouches for. Sound and picture wait for the answer. */
export function Unexpected() {
  return useVisitState(unexpected).map((id) => <Question key={id} id={id} />);
}

function Question({ id }: { readonly id: ParticipantId }) {
  const visit = useVisit();
  const words = useLaterWords();
  const { decision, pending, error, perform } = useAction('remove');
  const name = useId();
  return (
    <div className="qr-note" data-tone="danger" role="group" aria-labelledby={name}>
      <Icon name="warning" />
      <div className="qr-stack">
        <p id={name}>
          <strong>{words.show('unexpected.heading', { name: <RosterName of={id} /> })}</strong>
        </p>
        <p>{words.say('unexpected.why')}</p>
        {decision.allowed ? null : <p>{words.say('unexpected.askClinician')}</p>}
        {error ? <Problem error={error} /> : null}
        <div className="qr-row">
          {decision.allowed ? (
            <Button kind="danger" pending={pending} onClick={() => void perform({ participant: id })}>
              {words.say('unexpected.remove')}
            </Button>
          ) : null}
          <Button
            onClick={() => {
              visit.expect(id);
            }}
          >
            {words.say('unexpected.expected')}
          </Button>
        </div>
      </div>
    </div>
  );
}
