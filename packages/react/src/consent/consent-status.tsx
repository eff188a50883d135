'use client';
import type { ConsentMatter, ConsentSubject, ParticipantId, VisitState } from '@quietroom/core';
import { useCallback, useState, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { useConsent } from '../hooks/use-consent.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import type { LaterWords } from '../messages-catalogue/create-words.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import { ConsentDialog } from './consent-dialog.tsx';

const namesOf = (people: readonly ParticipantId[]): ReactNode =>
  people.map((id, index) => (
    <span key={id}>
      {index === 0 ? '' : ', '}
      <RosterName of={id} pseudonym={false} />
    </span>
  ));

/** Where it stands, in one sentence. */
const sayStanding = ({ say, show }: LaterWords, matter: ConsentMatter, running: boolean): ReactNode => {
  const { own, askedBy, missing, refused, ready } = matter;
  if (own === 'asked') return say('consent.waiting');
  if (own === 'declined') return say('consent.declined');
  if (own === 'withdrawn') return say('consent.withdrawn');
  if (running) return say('consent.running');
  if (askedBy !== 'self') return say('consent.agreed');
  if (refused.length > 0) return show('consent.refused', { names: namesOf(refused) });
  if (missing.length > 0) return show('consent.missing', { names: namesOf(missing) });
  return say(ready ? 'consent.ready' : 'consent.settling');
};

/** See {@link ConsentStatus}. */
export interface ConsentStatusProps {
  readonly subject: ConsentSubject;
}

/**
 * Where consent to recording or captions stands, for as long as it matters: the question itself when this person is
 * asked, who has not answered, that it goes on, and the way to take consent back.
 */
export function ConsentStatus({ subject }: ConsentStatusProps) {
  const { consent } = useVisit();
  const matter = useConsent(subject);
  const words = useLaterWords();
  const running = useVisitState(useCallback(({ room }: VisitState) => room[subject] === true, [subject]));
  const asked = matter.own === 'asked';
  const [closed, setClosed] = useState(false);
  // The next question opens it again.
  if (!asked && closed) setClosed(false);
  const { say } = words;

  return (
    <>
      {matter.own === 'not-asked' ? null : (
        <div className="qr-note qr-notice" data-subject={subject}>
          <div className="qr-notice-body">
            <p role="status">
              {running ? <span className="qr-consent-dot" aria-hidden="true" /> : null}
              <strong>{say(subject === 'recording' ? 'consent.recording' : 'consent.captioning')}</strong>{' '}
              {sayStanding(words, matter, running)}
            </p>
            {asked ? (
              <Button
                onClick={() => {
                  setClosed(false);
                }}
              >
                {say('consent.answer')}
              </Button>
            ) : null}
            {matter.own === 'agreed' ? (
              <Button
                onClick={() => {
                  consent.withdraw(subject);
                }}
              >
                {say('consent.withdraw')}
              </Button>
            ) : null}
          </div>
        </div>
      )}
      <ConsentDialog
        subject={subject}
        question="answer"
        open={asked && !closed}
        onOpenChange={(open) => {
          setClosed(!open);
        }}
      />
    </>
  );
}
