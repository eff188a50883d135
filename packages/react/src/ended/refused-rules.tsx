'use client';
import type { Finding } from '@quietroom/core';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { sayStandingRule } from '../refusal/say-standing-rule.ts';

/** The rules that kept this page out of the visit. */
export function RefusedRules({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords();
  const later = useLaterWords();
  return (
    <section className="qr-stack">
      <h3 className="qr-subtitle">{words.say('ended.refused.rules')}</h3>
      <ul className="qr-findings">
        {findings.map(({ ruleId }) => (
          <li key={ruleId}>{sayStandingRule(words, later, ruleId)}</li>
        ))}
      </ul>
    </section>
  );
}
