'use client';
import { useState, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { PartBoundary } from '../part-boundary/part-boundary.tsx';
import { ScreenHeading } from '../screen-heading/screen-heading.tsx';
import { CameraPreview } from '../settings/camera-preview.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import { Waited } from './waited.tsx';

const WhatNext = lazyPart(async () => (await import('./what-next.tsx')).WhatNext);

/** See {@link WaitingRoom}. */
export interface WaitingRoomProps {
  /** What to do in an emergency, in the clinic's own words. Without one a general line is shown. */
  readonly emergencyCard?: ReactNode;
  /** What the clinic has to show or to say to somebody who waits. What breaks in it takes nothing else along. */
  readonly children?: ReactNode;
}

const screens = {
  connecting: { heading: 'waiting.connectingHeading', text: 'waiting.connecting' },
  knocking: { heading: 'waiting.heading', text: 'waiting.asked' },
  'kept-waiting': { heading: 'waiting.keptHeading', text: 'waiting.kept' },
  verifying: { heading: 'waiting.admittedHeading', text: 'waiting.admitted' },
} as const;

/**
 * Where somebody waits until a clinician lets them in: what is going on, what happens next, that they are unseen, how to
 * go back, and what the clinic has to say meanwhile.
 */
export function WaitingRoom({ emergencyCard, children }: WaitingRoomProps) {
  const visit = useVisit();
  const words = useWords();
  const phase = useVisitState((state) => state.phase);
  const cameraOn = useDeviceState((state) => state.camera.status === 'on');
  const [cancelling, setCancelling] = useState(false);
  const name = phase.name in screens ? (phase.name as keyof typeof screens) : 'connecting';
  const waiting = name === 'knocking' || name === 'kept-waiting';

  const cancel = async () => {
    setCancelling(true);
    await visit.leave();
    setCancelling(false);
  };

  return (
    <section className="qr-screen qr-waiting-room" data-phase={name}>
      <div className="qr-card qr-waiting-room-card">
        <span className="qr-waiting-room-sign">
          <Icon name={waiting ? 'waiting' : 'door'} size={32} />
        </span>
        <ScreenHeading>{words.say(screens[name].heading)}</ScreenHeading>
        <p className="qr-waiting-room-text">{words.say(screens[name].text)}</p>
        {'since' in phase && waiting && <Waited since={phase.since} />}
        {visit.role !== 'clinician' && name !== 'verifying' && <WhatNext />}
        {waiting && (
          <>
            {cameraOn && <CameraPreview />}
            <p className="qr-soft qr-small">
              {words.say('waiting.unseen')} {words.say('waiting.nothingToDo')}
            </p>
          </>
        )}
        <Button pending={cancelling} onClick={() => void cancel()}>
          {words.say('waiting.cancel')}
        </Button>
      </div>
      {children !== undefined && waiting && (
        <div className="qr-slot">
          <PartBoundary>{children}</PartBoundary>
        </div>
      )}
      {visit.role !== 'clinician' && (
        <div className="qr-waiting-room-emergency">
          <PartBoundary>{emergencyCard ?? <p>{words.say('waiting.emergency')}</p>}</PartBoundary>
        </div>
      )}
    </section>
  );
}
