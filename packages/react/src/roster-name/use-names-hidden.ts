'use client';
import type { MediaState } from '@quietroom/core';
import { useVisit } from '../visit-context/use-visit.ts';
import { useSelection } from '../hooks/use-selection.ts';

/** Another window cannot show this page; a monitor, a tab or something the browser does not name can. */
const canShowThisPage = ({ sharedSurface }: MediaState): boolean =>
  sharedSurface !== null && sharedSurface !== 'window';

/** Whether names must give way to pseudonyms because this page may be in what is being shared. */
export function useNamesHidden(): boolean {
  return useSelection(useVisit().media.state, canShowThisPage);
}
