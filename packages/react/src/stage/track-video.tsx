'use client';
import type { TrackId } from '@quietroom/core';
import { memo, useLayoutEffect, useRef } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { watchPicture } from './watch-picture.ts';
import { whileInSight } from './while-in-sight.ts';

/** See {@link TrackVideo}. */
export interface TrackVideoProps {
  readonly track: TrackId;
  /** The element with the person's name: a name is never put into an attribute. */
  readonly labelledBy: string;
  /** Told when the picture has stopped moving, and when it moves again. Keep it stable between renders. */
  readonly onStopped?: ((stopped: boolean) => void) | undefined;
}

/** Somebody's picture, drawn only while it can be seen. Silent: their sound is played by `RemoteAudio`. */
export const TrackVideo = memo(function TrackVideo({ track, labelledBy, onStopped }: TrackVideoProps) {
  const visit = useVisit();
  const video = useRef<HTMLVideoElement>(null);

  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    return whileInSight(element, () => {
      const detach = visit.attach(track, element);
      const stopWatching = onStopped && watchPicture(element, onStopped);
      return () => {
        stopWatching?.();
        detach();
        // A detached video that still plays keeps its whole tree alive.
        element.srcObject = null;
      };
    });
  }, [visit, track, onStopped]);

  return <video ref={video} aria-labelledby={labelledBy} autoPlay playsInline muted disablePictureInPicture />;
});
