'use client';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';

/** Covers the stage while the connection is being restored. The toolbar stays within reach; the announcer tells it. */
export function Reconnecting() {
  const reconnecting = useVisitState((state) => state.phase.name === 'reconnecting');
  const { say } = useWords();
  if (!reconnecting) return null;
  return (
    <div className="qr-reconnecting">
      <div className="qr-reconnecting-words">
        <span className="qr-pulse" />
        <p className="qr-subtitle">{say('reconnecting.title')}</p>
        <p>{say('reconnecting.text')}</p>
      </div>
    </div>
  );
}
