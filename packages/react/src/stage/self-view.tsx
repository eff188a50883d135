'use client';
import { memo, useId, useRef } from 'react';
import { useLevel } from '../hooks/use-level.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { OwnVideo } from './own-video.tsx';

/** This page's own camera as others get it, mirrored as in a mirror, with its muted sign. Read from what is sent. */
export const SelfView = memo(function SelfView() {
  const sending = useVisitState((state) => state.self.sending);
  const { say } = useWords();
  const nameId = useId();
  const ring = useRef<HTMLSpanElement>(null);
  useLevel('self', ring);

  return (
    <div className="qr-tile qr-self" role="group" aria-label={say('stage.selfView')}>
      {sending.camera ? (
        <OwnVideo labelledBy={nameId} />
      ) : (
        <Icon name="cameraOff" size={28} label={say('stage.cameraOff')} />
      )}
      <div className="qr-tile-label">
        <RosterName of="self" id={nameId} />
        <span className="qr-muted" role="img" aria-label={say('stage.muted')} hidden={sending.microphone} />
      </div>
      <span className="qr-ring" ref={ring} />
    </div>
  );
});
