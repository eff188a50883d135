'use client';
import { useEffect, useState } from 'react';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';

const shipped: Readonly<Record<string, () => Promise<Catalogue>>> = {
  es: async () => (await import('../locales/es.ts')).es,
  ar: async () => (await import('../locales/ar.ts')).ar,
};

/**
 * The catalogue for a locale. Those we ship load when they are first asked for: undefined until the first is there, the
 * former language until the next is. A language we do not have, or one that fails to load, is shown in English.
 */
export function useCatalogue(locale: string, given: Catalogue | undefined): Catalogue | undefined {
  const load = given ? undefined : shipped[locale.split('-')[0] ?? locale];
  const atHand = given ?? (load ? undefined : en);
  const [last, setLast] = useState(atHand);
  if (atHand && atHand !== last) setLast(atHand);

  useEffect(() => {
    if (!load) return;
    let current = true;
    const show = (catalogue: Catalogue) => {
      if (current) setLast(catalogue);
    };
    load().then(show, () => {
      show(en);
    });
    return () => {
      current = false;
    };
  }, [load]);

  return atHand ?? last;
}
