'use client';
import type { Visit } from '@quietroom/core';
import { useContext } from 'react';
import { PortalContext, VisitContext, type VisitContextValue } from './visit-context.ts';

/** @throws Error outside a `VisitProvider`. */
export function useVisitContext(): VisitContextValue {
  const value = useContext(VisitContext);
  if (!value) {
    throw new Error(
      'There is no visit here. The parts and hooks of a visit read it from their provider. ' +
        'Put this component inside <VisitProvider visit={visit}> or <VideoRoom visit={visit}>.',
    );
  }
  return value;
}

/** The visit this part belongs to. @throws Error outside a `VisitProvider` or `VideoRoom`. */
export function useVisit(): Visit {
  return useVisitContext().visit;
}

/** The element to portal dialogs into, so that they keep the theme and direction. */
export function usePortal(): HTMLElement | null {
  return useContext(PortalContext);
}
