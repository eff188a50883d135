'use client';
import { useCallback, useState } from 'react';
import { focusNearest, focusPlaces } from './focus-places.ts';

/**
 * For a dialog's `onCloseAutoFocus`: the focus goes back to the control that opened it, or, where that is gone with what
 * it was about, to the nearest place around it.
 */
export function useReturnFocus(): (event: Event) => void {
  const [places] = useState(() => (typeof document === 'undefined' ? [] : focusPlaces(document.activeElement)));
  return useCallback(
    (event) => {
      event.preventDefault();
      focusNearest(places);
    },
    [places],
  );
}
