import { useEffect, useId, useState } from 'react';
import { fetchDemoFacts, type DemoFacts } from '../clinic-api.ts';
import { landingAddress, visitAddress, type Preferences } from '../route.ts';
import { PatientLink } from './patient-link.tsx';
import { PreferenceFields } from './preference-fields.tsx';

/** Chooses a room and a role. Shows times only: whose visit it is, is not for this page. */
export const Landing = ({
  preferences,
  goTo,
}: {
  readonly preferences: Preferences;
  readonly goTo: (address: string) => void;
}) => {
  const facts = useDemoFacts();
  const [chosen, setChosen] = useState<string | null>(null);
  const roomField = useId();
  const visits = facts.status === 'known' ? facts.value.visits : [];
  const visit = chosen ?? visits[0]?.id ?? null;

  return (
    <main className="demo-landing">
      <header className="demo-landing-head">
        <p className="demo-wordmark">Quietroom</p>
        <h1>A video visit, from one browser to another</h1>
        <p className="demo-lead">
          Open the clinician’s side here and the patient’s side in a second window. Everybody you will meet is invented.
        </p>
      </header>

      {facts.status === 'failed' && (
        <p role="alert" className="demo-problem">
          The demo’s server does not answer. Check that it is still running, then reload this page.
        </p>
      )}

      {visit !== null && facts.status === 'known' && (
        <>
          <div className="demo-fields">
            <div className="demo-field">
              <label htmlFor={roomField}>Visit</label>
              <select
                id={roomField}
                value={visit}
                onChange={(event) => {
                  setChosen(event.target.value);
                }}
              >
                {visits.map(({ id, time }) => (
                  <option key={id} value={id}>
                    Today, {time}
                  </option>
                ))}
              </select>
            </div>
            <PreferenceFields
              preferences={preferences}
              onChange={(changed) => {
                goTo(landingAddress(changed));
              }}
            />
          </div>

          <div className="demo-sides">
            <section className="demo-card" aria-labelledby={`${roomField}-clinician`}>
              <h2 id={`${roomField}-clinician`}>Clinician</h2>
              <p>Sees who is waiting, checks that it is the right person, and lets them in.</p>
              <a className="demo-button demo-button-primary" href={visitAddress(visit, 'clinician', preferences)}>
                Start as clinician
              </a>
              {facts.value.clinicianKeyNeeded && (
                <p className="demo-note">
                  {facts.value.clinicianPossible
                    ? 'This server can be reached by others, so the clinician’s side asks for a key.'
                    : 'This server can be reached by others and was started without DEMO_CLINICIAN_KEY, so nobody can be clinician.'}
                </p>
              )}
            </section>
            <section className="demo-card" aria-labelledby={`${roomField}-patient`}>
              <h2 id={`${roomField}-patient`}>Patient</h2>
              <p>Checks camera and microphone, asks to join, and waits to be let in.</p>
              <a className="demo-button demo-button-primary" href={visitAddress(visit, 'patient', preferences)}>
                Start as patient
              </a>
              <PatientLink address={visitAddress(visit, 'patient', preferences)} />
            </section>
          </div>

          <details className="demo-more">
            <summary>Other people in the visit</summary>
            <ul className="demo-links">
              {(['interpreter', 'family', 'observer'] as const).map((role) => (
                <li key={role}>
                  <a href={visitAddress(visit, role, preferences)}>Start as {role}</a>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}

      <footer className="demo-foot">
        <p>
          A demonstration with invented people. Do not use it for care: pictures and sound go from browser to browser,
          and nothing has been attested.
        </p>
      </footer>
    </main>
  );
};

type Loaded<Value> = { readonly status: 'loading' | 'failed' } | { readonly status: 'known'; readonly value: Value };

const useDemoFacts = (): Loaded<DemoFacts> => {
  const [facts, setFacts] = useState<Loaded<DemoFacts>>({ status: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    fetchDemoFacts(abort.signal).then(
      (value) => {
        setFacts({ status: 'known', value });
      },
      () => {
        if (!abort.signal.aborted) setFacts({ status: 'failed' });
      },
    );
    return () => {
      abort.abort();
    };
  }, []);
  return facts;
};
