import type { AuditEvent, Visit } from '@quietroom/core';
import { useId } from 'react';
import { useReadable } from '../use-readable.ts';

const clockTime = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** What an event says beyond its type, as `key value` pairs. Ids are cut: within one visit their beginning is enough. */
const details = ({ sequence: _sequence, at: _at, type: _type, ...rest }: AuditEvent): string =>
  Object.entries(rest)
    .map(([key, value]) => {
      const text = Array.isArray(value) ? value.join(' ') : String(value);
      return `${key} ${key === 'participant' ? text.slice(0, 8) : text}`;
    })
    .join(', ');

const shownAtMost = 200;

/** Every privileged action, refusal and dropped message of this visit. Holds no name and no text, so it needs no cover. */
export const AuditView = ({ visit }: { readonly visit: Visit }) => {
  const events = useReadable(visit.audit, (value) => value);
  const heading = useId();
  return (
    <section className="demo-panel demo-audit" aria-labelledby={heading}>
      <h2 id={heading}>Audit</h2>
      {events.length === 0 ? (
        <p className="demo-note">Nothing has happened yet.</p>
      ) : (
        // A list that scrolls must be reachable by keyboard.
        <ol className="demo-audit-lines" aria-labelledby={heading} tabIndex={0} reversed start={events.length}>
          {events
            .slice(-shownAtMost)
            .reverse()
            .map((event) => (
              <li key={event.sequence} value={event.sequence}>
                <time>{clockTime.format(event.at)}</time> <strong>{event.type}</strong> {details(event)}
              </li>
            ))}
        </ol>
      )}
    </section>
  );
};
