'use client';
import type { TrackId } from '@quietroom/core';
import { memo, useLayoutEffect, useRef } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';

/** See {@link TrackVideo}. */
export interface TrackVideoProps {
  readonly track: TrackId;
  /** The element with the person's name: a name is never put into an attribute. */
  readonly labelledBy: string;
}

/** Somebody's picture. Silent: their sound is played by `RemoteAudio`. */
export const TrackVideo = memo(function TrackVideo({ track, labelledBy }: TrackVideoProps) {
  const visit = useVisit();
  const video = useRef<HTMLVideoElement>(null);

  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    const detach = visit.attach(track, element);
    return () => {
      detach();
      // A detached video that still plays keeps its whole tree alive.
      element.srcObject = null;
    };
  }, [visit, track]);

  return <video ref={video} aria-labelledby={labelledBy} autoPlay playsInline muted disablePictureInPicture />;
});
