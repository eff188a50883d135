'use client';
import type { AttestationStanding } from '@quietroom/core/policy';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { sayDay } from './say-day.ts';

/** What the clinic attests, with evidence and until when it counts. */
export function Attestations({ attestations }: { readonly attestations: readonly AttestationStanding[] }) {
  const { say, locale } = useLaterWords();
  return (
    <>
      <p className="qr-soft qr-small">{say('safety.attestedHint')}</p>
      <ul className="qr-safety-rows">
        {attestations.map(({ ruleId, says, remedy, standing, evidence, on, expires }) => (
          <li key={ruleId} data-standing={standing}>
            <p className="qr-safety-between">
              <span lang="en" dir="ltr">
                {says}
              </span>
              <span className="qr-safety-chip">
                {standing === 'missing'
                  ? say('safety.attestation.missing')
                  : say(`safety.attestation.${standing}`, { day: sayDay(locale, expires) })}
              </span>
            </p>
            <p className="qr-small qr-soft">
              <code>{ruleId}</code>{' '}
              {evidence === null ? (
                <span lang="en" dir="ltr">
                  {remedy}
                </span>
              ) : (
                say('safety.evidence', { evidence, day: sayDay(locale, on) })
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
