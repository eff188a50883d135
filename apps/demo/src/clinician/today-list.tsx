import { useId, type MouseEvent } from 'react';
import type { TodayRow } from '../clinic-api.ts';
import { visitAddress, type Preferences } from '../route.ts';

const clockTime = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });

/**
 * The clinician's day and who is waiting. It is the clinic's, not the room's: no visit knows of another. Links are out
 * of reach during a visit, so that no patient is left by a stray press.
 */
export const TodayList = ({
  rows,
  current,
  preferences,
  busy,
  covered,
  goTo,
}: {
  readonly rows: readonly TodayRow[] | null;
  readonly current: string;
  readonly preferences: Preferences;
  readonly busy: boolean;
  readonly covered: boolean;
  readonly goTo: (address: string) => void;
}) => {
  const heading = useId();
  return (
    <nav className="demo-panel demo-today" aria-labelledby={heading}>
      <h2 id={heading}>Today</h2>
      {covered ? (
        <p className="demo-note">Hidden while you share your screen.</p>
      ) : (
        <>
          {rows === null && <p className="demo-note">Asking the clinic.</p>}
          <ol className="demo-rows" aria-labelledby={heading}>
            {rows?.map((row) => (
              <li key={row.visit} className="demo-row" aria-current={row.visit === current ? 'true' : undefined}>
                <Row
                  row={row}
                  current={current}
                  busy={busy}
                  address={visitAddress(row.visit, 'clinician', preferences)}
                  goTo={goTo}
                />
              </li>
            ))}
          </ol>
          {busy && <p className="demo-note">Leave this visit to open another.</p>}
        </>
      )}
    </nav>
  );
};

const Row = ({
  row,
  current,
  busy,
  address,
  goTo,
}: {
  readonly row: TodayRow;
  readonly current: string;
  readonly busy: boolean;
  readonly address: string;
  readonly goTo: (address: string) => void;
}) => {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(address);
  };
  const name = <span className="demo-row-name">{row.name}</span>;
  return (
    <>
      <span className="demo-row-time">{row.time ?? 'Now'}</span>
      {busy || row.visit === current ? (
        name
      ) : (
        <a href={address} onClick={open}>
          {name}
        </a>
      )}
      <span className="demo-row-detail">{row.pronouns}</span>
      <span className="demo-row-detail">{row.reason}</span>
      {row.waitingSince !== null && (
        <span className="demo-row-waiting">Waiting since {clockTime.format(row.waitingSince)}</span>
      )}
    </>
  );
};
