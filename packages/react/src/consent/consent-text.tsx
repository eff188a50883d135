'use client';
import type { ConsentText as Text } from '@quietroom/core';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { sayStatement } from './say-statement.ts';

/** See {@link ConsentText}. */
export interface ConsentTextProps {
  readonly text: Text;
}

/**
 * What somebody is asked to agree to, in their language. Where no person has reviewed the translation, the English text,
 * which is the one that counts, stands beside it.
 */
export function ConsentText({ text }: ConsentTextProps) {
  const words = useLaterWords();
  const shown = text.statements.map((statement) => sayStatement(words, statement));
  const isEnglish = shown.every((sentence, index) => sentence === text.english[index]);
  return (
    <div className="qr-consent-text">
      <ul className="qr-consent-sentences">
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {words.reviewed || isEnglish ? null : (
        <div className="qr-consent-original">
          <p>{words.say('consent.unreviewed')}</p>
          <ul className="qr-consent-sentences" lang="en" dir="ltr">
            {text.english.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
