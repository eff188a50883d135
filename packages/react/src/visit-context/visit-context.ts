'use client';
import type { Visit } from '@quietroom/core';
import { createContext } from 'react';
import type { IdentityMemory } from '../roster-name/identity.ts';
import type { Roster } from '../roster-name/roster.ts';

/** What a visit's parts share. Stable for the life of the visit: what changes is in the visit's own state. */
export interface VisitContextValue {
  readonly visit: Visit;
  readonly roster: Roster | undefined;
  readonly remembered: IdentityMemory;
}

export const VisitContext = createContext<VisitContextValue | null>(null);

/** Where dialogs are put, so that they keep the theme and direction. Null until the first paint. */
export const PortalContext = createContext<HTMLElement | null>(null);
