import type { Visit } from '@quietroom/core';
import { useEffect } from 'react';
import type { ClinicSession } from '../clinic-api.ts';
import { useReadable } from '../use-readable.ts';

/** The clinic forgets a waiting patient after 15 s without a word. */
const repeatEvery = 5_000;

/** While a patient waits at the door, tells the clinic so: the clinician's list of the day comes from the host alone. */
export const usePresence = (visit: Visit, session: ClinicSession): void => {
  const waits = useReadable(
    visit.state,
    ({ phase }) => session.role === 'patient' && (phase.name === 'knocking' || phase.name === 'kept-waiting'),
  );
  useEffect(() => {
    if (!waits) return;
    // A lost word is repeated or runs out by itself; there is nothing to tell the patient.
    const tell = (waiting: boolean) => void session.setWaiting(waiting).catch(() => undefined);
    tell(true);
    const timer = setInterval(tell, repeatEvery, true);
    return () => {
      clearInterval(timer);
      tell(false);
    };
  }, [waits, session]);
};
