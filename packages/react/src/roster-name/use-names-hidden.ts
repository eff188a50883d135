'use client';
import type { MediaState, Visit } from '@quietroom/core';
import { useSelection } from '../hooks/use-selection.ts';

/** Another window cannot show this page; a monitor, a tab or something the browser does not name can. */
const canShowThisPage = ({ sharedSurface }: MediaState): boolean =>
  sharedSurface !== null && sharedSurface !== 'window';

/**
 * Whether names must give way to pseudonyms because this page may be in what is being shared: a monitor, a tab, or
 * something the browser does not name. For a host's own notes and lists, which must be covered meanwhile.
 */
export function useNamesHidden(visit: Visit): boolean {
  return useSelection(visit.media.state, canShowThisPage);
}
