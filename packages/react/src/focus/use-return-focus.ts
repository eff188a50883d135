'use client';
import { useCallback, useState } from 'react';
import { focusNearest, focusPlaces } from './focus-places.ts';

const placesNow = () => (typeof document === 'undefined' ? [] : focusPlaces(document.activeElement));

/**
 * For a dialog's `onCloseAutoFocus`: the focus goes back to where it was when the dialog opened, or, where that is gone
 * with what it was about, to the nearest place around it. A dialog that is there before it opens says when it is open.
 */
export function useReturnFocus(open = true): (event: Event) => void {
  const [places, setPlaces] = useState(placesNow);
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setPlaces(placesNow());
  }
  return useCallback(
    (event) => {
      event.preventDefault();
      focusNearest(places);
    },
    [places],
  );
}
