import type { TrackId } from '@quietroom/core';
import { pictureColour, startMovingPicture, type MovingPicture } from '../devices/moving-picture.ts';

/** Draws each person's picture once, however many elements show it, and only while one does. */
export interface FakePictures {
  readonly attach: (track: TrackId, element: HTMLMediaElement) => () => void;
  readonly clear: () => void;
}

/** `person-2-camera` → the second person's colour. */
const personOf = (track: TrackId): number => Number(/^person-(\d+)-/.exec(track)?.[1] ?? 1) - 1;

/** See {@link FakePictures}. Sound stays silent. */
export function createFakePictures(): FakePictures {
  const shown = new Map<TrackId, { readonly picture: MovingPicture; readonly elements: Set<symbol> }>();

  const start = (track: TrackId) => {
    const known = shown.get(track);
    if (known !== undefined) return known;
    const picture = startMovingPicture(pictureColour(personOf(track)), track.endsWith('-screen') ? 'page' : 'person');
    if (picture === null) return null;
    const entry = { picture, elements: new Set<symbol>() };
    shown.set(track, entry);
    return entry;
  };

  return {
    attach: (track, element) => {
      if (track.endsWith('-microphone')) return () => undefined;
      const entry = start(track);
      if (entry === null) return () => undefined;
      const key = Symbol(track);
      entry.elements.add(key);
      element.srcObject = entry.picture.stream;
      void element.play().catch(() => undefined);
      return () => {
        entry.elements.delete(key);
        if (element.srcObject === entry.picture.stream) element.srcObject = null;
        if (entry.elements.size > 0 || shown.get(track) !== entry) return;
        shown.delete(track);
        entry.picture.stop();
      };
    },
    clear: () => {
      for (const { picture } of shown.values()) picture.stop();
      shown.clear();
    },
  };
}
