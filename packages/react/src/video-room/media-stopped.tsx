'use client';
import type { VisitState } from '@quietroom/core';
import type { ReactNode } from 'react';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { sayRule } from '../refusal/say-rule.ts';

const findings = (state: VisitState) => state.findings;

/** See {@link MediaStopped}. */
export interface MediaStoppedProps {
  /** The clinic's words for an emergency. */
  readonly emergencyCard?: ReactNode;
}

/** Says that and why a live rule has stopped sound and picture. */
export function MediaStopped({ emergencyCard }: MediaStoppedProps) {
  const stopping = useVisitState(findings).filter(({ effect }) => effect === 'stop-media');
  const words = useWords();
  if (stopping.length === 0) return null;
  return (
    <div className="qr-note" data-tone="danger" role="alert">
      <Icon name="warning" />
      <div className="qr-stack">
        <p>
          <strong>{words.say('rule.Q-TRIPWIRE')}</strong>
        </p>
        {stopping.map(({ ruleId }) => (
          <p key={ruleId}>{sayRule(words, ruleId)}</p>
        ))}
        <p>{words.say('room.stoppedNext')}</p>
        {emergencyCard}
      </div>
    </div>
  );
}
