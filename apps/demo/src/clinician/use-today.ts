import { useEffect, useState } from 'react';
import type { ClinicSession, TodayRow } from '../clinic-api.ts';

const askEvery = 3_000;

/** The clinician's day, asked of the clinic's own server again and again. Null until it is known. */
export const useToday = (session: ClinicSession): readonly TodayRow[] | null => {
  const [rows, setRows] = useState<readonly TodayRow[] | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    // A lost answer is asked for again; the list shows what was known last.
    const ask = () => void session.today(abort.signal).then(setRows, () => undefined);
    ask();
    const timer = setInterval(ask, askEvery);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [session]);
  return rows;
};
