'use client';
import { useLayoutEffect, useRef } from 'react';
import { useDeviceState } from '../hooks/use-devices.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/** This page's own camera picture, mirrored as people know themselves, or words that say why there is none. */
export function CameraPreview() {
  const { media } = useVisit();
  const status = useDeviceState((state) => state.camera.status);
  const words = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const showing = status === 'on';

  useLayoutEffect(() => {
    return showing && video.current ? media.preview('camera', video.current) : undefined;
  }, [media, showing]);

  return (
    <div className="qr-camera-preview" data-status={status}>
      {showing ? (
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          disablePictureInPicture
          aria-label={words.say('settings.preview')}
        />
      ) : (
        <p>
          <Icon name="cameraOff" />
          {words.say(status === 'opening' ? 'settings.cameraIsOpening' : 'settings.cameraIsOff')}
        </p>
      )}
    </div>
  );
}
