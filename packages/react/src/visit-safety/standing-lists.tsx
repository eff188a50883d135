'use client';
import type { RuleStanding } from '@quietroom/core/policy';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { sayStandingRule } from '../refusal/say-standing-rule.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { sayMet } from './say-standing.ts';

interface ListProps {
  readonly rules: readonly RuleStanding[];
}

/** The rules that are not met, each with what can be done about it: by the clinic, where a patient reads it. */
export function ToLookAt({ rules }: ListProps) {
  const specialist = useVisit().role === 'clinician';
  const words = useWords();
  const later = useLaterWords();
  const { say } = later;
  if (rules.length === 0) return null;
  return (
    <section className="qr-safety-section">
      <h3 className="qr-subtitle">{say('safety.todo')}</h3>
      <ul className="qr-safety-todo">
        {rules.map(({ ruleId, verdict, effect, remedy }) => (
          <li key={ruleId} className="qr-note" data-tone={effect === 'warn' ? 'warn' : 'danger'}>
            <Icon name="warning" />
            <div className="qr-stack">
              <p>
                <strong>{sayStandingRule(words, later, ruleId)}</strong>
              </p>
              <p>{say(`safety.do.${effect}`)}</p>
              <p className="qr-small qr-safety-meta">
                <span>{say(verdict === 'unknown' ? 'safety.unknown' : 'safety.broken')}</span>
                {specialist ? (
                  <>
                    <code>{ruleId}</code>
                    <span lang="en" dir="ltr">
                      {remedy}
                    </span>
                  </>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was checked and found as it should be. */
export function Checked({ rules }: ListProps) {
  const words = useLaterWords();
  return (
    <section className="qr-safety-section">
      <h3 className="qr-subtitle">{words.say('safety.checked')}</h3>
      <ul className="qr-safety-checked">
        {rules.map((rule) => {
          const said = sayMet(words, rule);
          return said === null ? null : (
            <li key={rule.ruleId}>
              <Icon name="check" />
              <span>{said}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The rules that the clinic has loosened, each with its reason. */
export function Loosened({ rules }: ListProps) {
  const words = useWords();
  const later = useLaterWords();
  const { say } = later;
  if (rules.length === 0) return null;
  return (
    <section className="qr-safety-section">
      <h3 className="qr-subtitle">{say('safety.loosened')}</h3>
      <ul className="qr-safety-rows">
        {rules.map(({ ruleId, loosened }) => (
          <li key={ruleId}>
            <p>{sayStandingRule(words, later, ruleId)}</p>
            <p className="qr-small qr-soft">
              <code>{ruleId}</code> {say('safety.loosenedBecause', { reason: loosened ?? '' })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
