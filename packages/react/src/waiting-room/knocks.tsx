'use client';
import type { ParticipantId } from '@quietroom/core';
import { useEffect, useId, useState } from 'react';
import { useDecision } from '../hooks/use-decision.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { useNamesHidden } from '../roster-name/use-names-hidden.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { KnockEntry } from './knock-entry.tsx';

const KnockChime = lazyPart(async () => (await import('../knock-chime/knock-chime.tsx')).KnockChime);
const AdmitDialog = lazyPart(async () => (await import('./admit-dialog.tsx')).AdmitDialog);

/**
 * Who asks to join this visit, for the clinician who lets them in and who hears a soft chime. Draws nothing while nobody
 * waits, and covers the names while this page may be in what is being shared.
 */
export function Knocks() {
  const knocks = useVisitState((state) => state.knockOrder);
  const mayAdmit = useDecision('admit').allowed;
  const covered = useNamesHidden(useVisit());
  const words = useWords();
  const heading = useId();
  const [admitting, setAdmitting] = useState<ParticipantId | null>(null);
  const somebodyWaits = mayAdmit && knocks.length > 0;

  useEffect(() => {
    // In time for the first press: the dialog's code comes with the knock, not with the click.
    if (somebodyWaits) AdmitDialog.preload();
  }, [somebodyWaits]);

  return (
    <>
      {somebodyWaits && (
        <section className="qr-knocks" aria-labelledby={heading} tabIndex={-1}>
          <h3 className="qr-subtitle">
            <span id={heading}>{words.say(covered ? 'waitingList.coveredHeading' : 'waitingList.heading')}</span>{' '}
            <span className="qr-count" aria-hidden>
              {knocks.length}
            </span>
            <span className="qr-hidden">{words.say('toolbar.waiting', { count: knocks.length })}</span>
          </h3>
          {covered ? (
            <p className="qr-knocks-cover">
              <Icon name="covered" />
              {words.say('waitingList.covered')}
            </p>
          ) : (
            <ul role="list">
              {knocks.map((id) => (
                <KnockEntry key={id} id={id} onAdmit={setAdmitting} />
              ))}
            </ul>
          )}
          <KnockChime />
        </section>
      )}
      {admitting !== null && (
        <AdmitDialog
          id={admitting}
          onClose={() => {
            setAdmitting(null);
          }}
        />
      )}
    </>
  );
}
