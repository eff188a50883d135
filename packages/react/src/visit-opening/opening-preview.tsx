'use client';
import { openingRules, type OpeningItem } from '@quietroom/core/audit';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';

const items = Object.keys(openingRules) as OpeningItem[];

/** What the clinician will ask first, and why: for whoever waits. There is nothing to fill in. */
export function OpeningPreview() {
  const { say } = useLaterWords();
  return (
    <details className="qr-opening">
      <summary>
        <strong>{say('opening.preview')}</strong>
      </summary>
      <div className="qr-stack">
        <ul className="qr-consent-sentences">
          {items.map((item) => (
            <li key={item}>{say(`opening.preview.${item}`)}</li>
          ))}
        </ul>
        <p className="qr-soft qr-small">{say('opening.preview.note')}</p>
      </div>
    </details>
  );
}
