'use client';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';

const keys = [
  ['keys.tab', 'keys.tabDoes'],
  ['keys.arrows', 'keys.arrowsDo'],
  ['keys.enter', 'keys.enterDoes'],
  ['keys.line', 'keys.lineDoes'],
  ['keys.escape', 'keys.escapeDoes'],
] as const;

/**
 * The keys that work in a visit, folded away until somebody asks. There is no shortcut beside them: a single character
 * that did something would fire on a word spoken to a computer, and take a key from a screen reader (WCAG 2.1.4).
 */
export function ShortcutHelp() {
  const { say } = useLaterWords();
  return (
    <details className="qr-keys">
      <summary>{say('keys.heading')}</summary>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{say(key)}</kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <p className="qr-soft qr-small">{say('keys.none')}</p>
    </details>
  );
}
