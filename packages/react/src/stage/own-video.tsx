'use client';
import { memo, useLayoutEffect, useRef } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';

/** See {@link OwnVideo}. */
export interface OwnVideoProps {
  readonly labelledBy: string;
}

/** This page's own camera, as it is being sent. */
export const OwnVideo = memo(function OwnVideo({ labelledBy }: OwnVideoProps) {
  const { media } = useVisit();
  const video = useRef<HTMLVideoElement>(null);

  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    const stop = media.preview('camera', element);
    return () => {
      stop();
      element.srcObject = null;
    };
  }, [media]);

  return <video ref={video} aria-labelledby={labelledBy} autoPlay playsInline muted disablePictureInPicture />;
});
