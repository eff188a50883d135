'use client';
import type { SafetyReport } from '@quietroom/core/policy';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { sayDay } from './say-day.ts';

/** Which provider carries the visit, under which policy. */
export function About({ report }: { readonly report: SafetyReport }) {
  const { say, locale } = useLaterWords();
  const { provider, policy, sdk, eligibility } = report;
  return (
    <dl className="qr-safety-about">
      <div>
        <dt>{say('safety.provider')}</dt>
        <dd translate="no">{provider}</dd>
      </div>
      <div>
        <dt>{say('safety.policy')}</dt>
        <dd>
          <span translate="no">{policy.name}</span>, {say(`safety.patients.${policy.patients}`)}
        </dd>
      </div>
      {sdk === null ? null : (
        <div>
          <dt>{say('safety.version')}</dt>
          <dd translate="no" dir="ltr">
            {sdk.name} ≥ {sdk.minimumVersion}
          </dd>
        </div>
      )}
      {eligibility === null ? null : (
        <div>
          <dt>{say('safety.eligibility')}</dt>
          <dd>{say('safety.eligibilityRead', { source: eligibility.source, day: sayDay(locale, eligibility.on) })}</dd>
        </div>
      )}
    </dl>
  );
}
