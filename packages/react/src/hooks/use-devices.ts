'use client';
import type { MediaState, VisitMedia } from '@quietroom/core';
import { useVisit } from '../visit-context/use-visit.ts';
import { useSelection } from './use-selection.ts';

const everything = (state: MediaState): MediaState => state;

/** The devices of this page: their state, and what can be done with them. */
export function useDevices(): { readonly state: MediaState; readonly media: VisitMedia } {
  const { media } = useVisit();
  return { state: useSelection(media.state, everything), media };
}

/** A part of the devices' state; renders only when that part changes. */
export function useDeviceState<Selected>(select: (state: MediaState) => Selected): Selected {
  return useSelection(useVisit().media.state, select);
}
