import { useId, useState } from 'react';
import type { ClinicSession, KeptTrail, VisitRecords } from '../clinic-api.ts';

const clockTime = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

type Asked = 'not-asked' | 'asking' | 'failed' | VisitRecords;

/** What the clinic's own server has stored of this visit, and whether a line is missing. Pseudonyms only. */
export const ClinicRecords = ({ session }: { readonly session: ClinicSession }) => {
  const [asked, setAsked] = useState<Asked>('not-asked');
  const heading = useId();
  const ask = () => {
    setAsked('asking');
    session.records().then(setAsked, () => {
      setAsked('failed');
    });
  };
  return (
    <section className="demo-panel demo-records" aria-labelledby={heading}>
      <h2 id={heading}>What the clinic keeps</h2>
      <button className="demo-button" type="button" disabled={asked === 'asking'} onClick={ask}>
        Check what is stored
      </button>
      <div role="status">
        {asked === 'asking' && <p className="demo-note">Asking the clinic.</p>}
        {asked === 'failed' && <p className="demo-problem">The clinic’s server does not answer. Try again.</p>}
        {typeof asked === 'object' && <Records records={asked} />}
      </div>
    </section>
  );
};

/** What is wrong with a trail, in so many words. One that is not closed belongs to a visit that goes on. */
const standingOf = ({ problems }: KeptTrail): string => {
  const found = problems.filter(({ problem }) => problem !== 'cut-off');
  if (found.length > 0) return found.map(({ number, problem }) => `line ${String(number)} ${problem}`).join(', ');
  return problems.length > 0 ? 'nothing missing or changed so far' : 'whole and closed';
};

const Records = ({ records: { trails, receipts } }: { readonly records: VisitRecords }) => (
  <>
    <ul className="demo-record-lines">
      {trails.map((trail, index) => (
        // Trails are only ever added at the end.
        <li key={index}>
          Audit by the {trail.role}: {trail.lines} lines, {standingOf(trail)}
        </li>
      ))}
      {receipts
        // Everybody else's page sends what arrived there, too.
        .filter(({ source }) => source === 'self')
        .map(({ pseudonym, subject, given, at }) => (
          <li key={`${pseudonym} ${String(at)}`}>
            {clockTime.format(at)} {subject}: <span translate="no">{pseudonym}</span> {given}
          </li>
        ))}
    </ul>
    {trails.length === 0 && receipts.length === 0 && <p className="demo-note">Nothing is stored of this visit yet.</p>}
  </>
);
