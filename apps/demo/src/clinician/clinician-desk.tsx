import type { Visit } from '@quietroom/core';
import { useNamesHidden } from '@quietroom/react';
import type { ReactNode } from 'react';
import type { ClinicSession } from '../clinic-api.ts';
import { landingAddress, type Preferences } from '../route.ts';
import { useReadable } from '../use-readable.ts';
import { AuditView } from './audit-view.tsx';
import { ClinicRecords } from './clinic-records.tsx';
import { Notes } from './notes.tsx';
import { TodayList } from './today-list.tsx';
import { useToday } from './use-today.ts';

/** What a clinician has beside the video: the day, private notes and the audit. */
export const ClinicianDesk = ({
  visit,
  session,
  preferences,
  goTo,
  children,
}: {
  readonly visit: Visit;
  readonly session: ClinicSession;
  readonly preferences: Preferences;
  readonly goTo: (address: string) => void;
  /** The visit itself. */
  readonly children: ReactNode;
}) => {
  const rows = useToday(session);
  const covered = useNamesHidden(visit);
  const busy = useReadable(visit.state, ({ phase }) => phase.name !== 'ready' && phase.name !== 'ended');
  return (
    <div className="demo-desk">
      <header className="demo-desk-head">
        <a className="demo-wordmark" href={landingAddress(preferences)}>
          Quietroom
        </a>
        {!covered && <span className="demo-desk-who">{session.person.name}</span>}
      </header>
      <main className="demo-desk-visit">{children}</main>
      <div className="demo-desk-start">
        <TodayList
          rows={rows}
          current={session.visit}
          preferences={preferences}
          busy={busy}
          covered={covered}
          goTo={goTo}
        />
      </div>
      <aside className="demo-desk-end" aria-label="Notes and audit">
        <Notes covered={covered} />
        <AuditView visit={visit} />
        <ClinicRecords session={session} />
      </aside>
    </div>
  );
};
