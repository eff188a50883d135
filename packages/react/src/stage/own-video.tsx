'use client';
import { memo, useLayoutEffect, useRef } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { whileInSight } from './while-in-sight.ts';

/** See {@link OwnVideo}. */
export interface OwnVideoProps {
  readonly labelledBy: string;
}

/** This page's own camera, as it is being sent; drawn only while it can be seen, sent either way. */
export const OwnVideo = memo(function OwnVideo({ labelledBy }: OwnVideoProps) {
  const { media } = useVisit();
  const video = useRef<HTMLVideoElement>(null);

  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    return whileInSight(element, () => {
      const stop = media.preview('camera', element);
      return () => {
        stop();
        element.srcObject = null;
      };
    });
  }, [media]);

  return <video ref={video} aria-labelledby={labelledBy} autoPlay playsInline muted disablePictureInPicture />;
});
