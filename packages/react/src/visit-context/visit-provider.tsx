'use client';
import type { Visit } from '@quietroom/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useRescuedFocus } from '../focus/use-rescued-focus.ts';
import type { Catalogue, Translate } from '../messages-catalogue/catalogue.ts';
import { createWords } from '../messages-catalogue/create-words.ts';
import { useCatalogue } from '../messages-catalogue/use-catalogue.ts';
import { WordsContext } from '../messages-catalogue/words-context.ts';
import { rememberIdentities, type IdentityMemory } from '../roster-name/identity.ts';
import type { Roster } from '../roster-name/roster.ts';
import { PortalContext, VisitContext } from './visit-context.ts';

/** What every part of a visit needs. None of it restarts the visit when it changes. */
export interface VisitProviderProps {
  /** Made by `createVisit` or `useVisitOwner`, outside the tree that shows it. */
  readonly visit: Visit;
  /** Real names for those entitled to them. Stays on this page. */
  readonly roster?: Roster | undefined;
  /** BCP 47. `en`, `es` and `ar` are shipped; anything else is English unless `messages` is given. Default `en`. */
  readonly locale?: string | undefined;
  /** A catalogue of the host's own, instead of a shipped one. */
  readonly messages?: Catalogue | undefined;
  /** The host's translator: first word on every phrase. Keep it stable between renders. */
  readonly translate?: Translate | undefined;
  /**
   * Default: what the person's system prefers. `contrast` has a contrast of 7 or more, in light or dark as the system
   * prefers. Whoever asks their system for more contrast gets it with every theme.
   */
  readonly theme?: 'light' | 'dark' | 'contrast' | 'system' | undefined;
  readonly children?: ReactNode;
}

/** Gives a visit, its roster and its words to the parts inside, and draws the one element that carries theme and direction. */
export function VisitProvider({
  visit,
  roster,
  locale = 'en',
  messages,
  translate,
  theme = 'system',
  children,
}: VisitProviderProps) {
  const catalogue = useCatalogue(locale, messages);
  const words = useMemo(() => (catalogue ? createWords(catalogue, translate) : undefined), [catalogue, translate]);
  const remembered = useMemo<IdentityMemory>(() => new Map(), [visit]); // eslint-disable-line react-hooks/exhaustive-deps -- a memory per visit
  const context = useMemo(() => ({ visit, roster, remembered }), [visit, roster, remembered]);
  const [portal, setPortal] = useState<HTMLElement | null>(null);

  useEffect(() => rememberIdentities(visit.state, remembered), [visit, remembered]);
  useRescuedFocus(portal);

  if (!words) return <div className="qr-root" aria-busy="true" />;
  return (
    <VisitContext.Provider value={context}>
      <WordsContext.Provider value={words}>
        <PortalContext.Provider value={portal}>
          <div
            className="qr-root"
            lang={words.locale}
            dir={words.direction}
            data-qr-theme={theme === 'system' ? undefined : theme}
          >
            {children}
            <div className="qr-portal" ref={setPortal} />
          </div>
        </PortalContext.Provider>
      </WordsContext.Provider>
    </VisitContext.Provider>
  );
}
