import { useVisitOwner, VideoRoom } from '@quietroom/react';
import { useMemo } from 'react';
import type { ClinicSession } from '../clinic-api.ts';
import { ClinicianDesk } from '../clinician/clinician-desk.tsx';
import { landingAddress, type Preferences, type Route } from '../route.ts';
import { ClinicianKeyForm } from './clinician-key-form.tsx';
import { openVisit } from './open-visit.ts';
import { PageHeading } from './page-heading.tsx';
import { usePresence } from './use-presence.ts';
import { useSignIn } from './use-sign-in.ts';

type VisitRoute = Extract<Route, { page: 'visit' }>;

/** A visit's page: signs in to the clinic, then shows the visit, with the clinician's desk around it. */
export const VisitPage = ({
  route,
  goTo,
}: {
  readonly route: VisitRoute;
  readonly goTo: (address: string) => void;
}) => {
  const { state, offerKey } = useSignIn(route.visit, route.as, route.preferences.provider);
  switch (state.status) {
    case 'opening':
      return (
        <main className="demo-plain" aria-busy="true">
          <p role="status">Opening the visit.</p>
        </main>
      );
    case 'key-needed':
      return <ClinicianKeyForm refused={state.refused} onKey={offerKey} />;
    case 'failed':
      return (
        <main className="demo-plain">
          <h1>The clinic’s server does not answer</h1>
          <p>Nothing was lost. Check the connection, then reload this page.</p>
          <a className="demo-button" href={landingAddress(route.preferences)}>
            Choose another visit
          </a>
        </main>
      );
    case 'open':
      return <SignedIn session={state.session} preferences={route.preferences} goTo={goTo} />;
  }
};

const SignedIn = ({
  session,
  preferences,
  goTo,
}: {
  readonly session: ClinicSession;
  readonly preferences: Preferences;
  readonly goTo: (address: string) => void;
}) => {
  const visit = useVisitOwner(() => openVisit(session, preferences.recording), [session, preferences.recording]);
  const roster = useMemo(
    () => new Map(session.roster.map(({ sub, name, pronouns }) => [sub, { name, pronouns }])),
    [session],
  );
  usePresence(visit, session);

  const room = (
    <VideoRoom
      visit={visit}
      roster={roster}
      opening
      locale={preferences.lang}
      theme={preferences.theme === 'auto' ? 'system' : preferences.theme}
    />
  );
  if (session.role !== 'clinician') {
    return (
      <main className="demo-visit">
        <PageHeading lang={preferences.lang} />
        {room}
      </main>
    );
  }
  return (
    <ClinicianDesk visit={visit} session={session} preferences={preferences} goTo={goTo}>
      <PageHeading lang={preferences.lang} />
      {room}
    </ClinicianDesk>
  );
};
