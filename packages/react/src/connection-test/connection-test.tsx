'use client';
import type { ConnectionReport, Reach } from '@quietroom/core';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { thisBrowser } from '../settings/this-browser.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { downloadReport } from './download-report.ts';
import { readinessReport } from './readiness-report.ts';

const stretches = ['server', 'stun', 'turn'] as const;

const isReached = ({ outcome }: Reach) => outcome === 'reached';

/** Picture and sound find their way directly, or around; without STUN and TURN only people nearby can be reached. */
const verdictOf = ({ server, stun, turn }: ConnectionReport) => {
  if (!isReached(server)) return 'connection.failed';
  const tried = stun.outcome !== 'not-configured' || turn.outcome !== 'not-configured';
  return tried && !isReached(stun) && !isReached(turn) ? 'connection.strict' : 'connection.works';
};

type Standing =
  { readonly name: 'untested' | 'testing' | 'refused' } | { readonly name: 'tested'; readonly found: ConnectionReport };

/**
 * Tries the way to the visit when it is pressed, and not before: pressing it contacts the host's server. What was found
 * can be taken along as a report without anything personal in it. Absent where the provider has no such test.
 */
export function ConnectionTest() {
  const visit = useVisit();
  const words = useLaterWords();
  const hint = useId();
  const [standing, setStanding] = useState<Standing>({ name: 'untested' });
  const running = useRef<AbortController | null>(null);
  const { testConnection } = visit;

  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );
  if (testConnection === undefined) return null;

  const test = async () => {
    const attempt = new AbortController();
    running.current = attempt;
    setStanding({ name: 'testing' });
    try {
      const found = await testConnection(attempt.signal);
      setStanding({ name: 'tested', found });
    } catch {
      if (!attempt.signal.aborted) setStanding({ name: 'refused' });
    }
  };
  const sayReach = (reach: Reach) =>
    reach.outcome === 'reached'
      ? words.say('connection.reached', { milliseconds: reach.milliseconds })
      : words.say(reach.outcome === 'unreached' ? 'connection.unreached' : 'connection.notConfigured');
  const verdict = standing.name === 'tested' ? verdictOf(standing.found) : null;

  return (
    <div className="qr-stack qr-connection-test">
      <Button
        icon={<Icon name="retry" />}
        pending={standing.name === 'testing'}
        aria-describedby={`${hint}-what`}
        onClick={() => void test()}
      >
        {words.say('connection.test')}
      </Button>
      <p id={`${hint}-what`} className="qr-soft qr-small">
        {words.say('connection.hint')}
      </p>
      <div role="status" className="qr-stack">
        {standing.name === 'testing' && <p>{words.say('connection.testing')}</p>}
        {standing.name === 'refused' && <p>{words.say('connection.refused')}</p>}
        {standing.name === 'tested' && verdict !== null && (
          <>
            <p className="qr-device-problem-title" data-verdict={verdict}>
              {words.say(verdict)}
            </p>
            <ul className="qr-small">
              {stretches.map((stretch) => (
                <li key={stretch} data-outcome={standing.found[stretch].outcome}>
                  {words.say(`connection.${stretch}`)}: {sayReach(standing.found[stretch])}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {standing.name === 'tested' && (
        <>
          <Button
            aria-describedby={`${hint}-report`}
            onClick={({ currentTarget: { ownerDocument } }) => {
              const media = visit.media.state.get();
              const findings = { media, connection: standing.found, browser: thisBrowser() };
              downloadReport(readinessReport(findings), ownerDocument);
            }}
          >
            {words.say('connection.download')}
          </Button>
          <p id={`${hint}-report`} className="qr-soft qr-small">
            {words.say('connection.downloadHint')}
          </p>
        </>
      )}
    </div>
  );
}
