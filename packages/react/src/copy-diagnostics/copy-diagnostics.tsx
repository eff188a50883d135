'use client';
import { diagnoseVisit } from '@quietroom/core/privacy';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/**
 * “Copy diagnostics”: puts on the clipboard what somebody who helps needs, and nothing about anybody: see
 * `diagnoseVisit`.
 */
export function CopyDiagnostics() {
  const visit = useVisit();
  const { say } = useLaterWords();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  return (
    <div className="qr-stack">
      <Button
        onClick={() => {
          navigator.clipboard.writeText(diagnoseVisit(visit)).then(
            () => {
              setOutcome('copied');
            },
            () => {
              setOutcome('failed');
            },
          );
        }}
      >
        {say('diagnostics.copy')}
      </Button>
      <p className="qr-small qr-soft" role="status">
        {outcome === null ? null : say(`diagnostics.${outcome}`)}
      </p>
    </div>
  );
}
