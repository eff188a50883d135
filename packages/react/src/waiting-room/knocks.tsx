'use client';
import type { ParticipantId } from '@quietroom/core';
import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { useDecision } from '../hooks/use-decision.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useNamesHidden } from '../roster-name/use-names-hidden.ts';
import { KnockEntry } from './knock-entry.tsx';

const loadAdmitDialog = () => import('./admit-dialog.tsx');
const AdmitDialog = lazy(async () => ({ default: (await loadAdmitDialog()).AdmitDialog }));

/**
 * Who asks to join this visit, for the clinician who lets them in. Draws nothing while nobody waits, and covers the
 * names while this page may be in what is being shared.
 */
export function Knocks() {
  const knocks = useVisitState((state) => state.knockOrder);
  const mayAdmit = useDecision('admit').allowed;
  const covered = useNamesHidden();
  const words = useWords();
  const heading = useId();
  const [admitting, setAdmitting] = useState<ParticipantId | null>(null);
  const somebodyWaits = mayAdmit && knocks.length > 0;

  useEffect(() => {
    // In time for the first press: the dialog's code comes with the knock, not with the click.
    if (somebodyWaits) void loadAdmitDialog();
  }, [somebodyWaits]);

  return (
    <>
      {somebodyWaits && (
        <section className="qr-knocks" aria-labelledby={heading} tabIndex={-1}>
          <h3 id={heading} className="qr-subtitle">
            {words.say(covered ? 'waitingList.coveredHeading' : 'waitingList.heading')}
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
        </section>
      )}
      {admitting !== null && (
        <Suspense fallback={null}>
          <AdmitDialog
            id={admitting}
            onClose={() => {
              setAdmitting(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
