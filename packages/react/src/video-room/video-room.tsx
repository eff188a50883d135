'use client';
import { useRef, type ReactNode } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import { Ended } from '../ended/ended.tsx';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { PartBoundary } from '../part-boundary/part-boundary.tsx';
import { Readiness } from '../readiness/readiness.tsx';
import { RemoteAudio } from '../stage/remote-audio.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import { VisitProvider, type VisitProviderProps } from '../visit-context/visit-provider.tsx';
import { WaitingRoom } from '../waiting-room/waiting-room.tsx';
import { screenOf } from './screen-of.ts';
import { useFocusOnChange } from './use-focus-on-change.ts';
import { VisitScreen } from './visit-screen.tsx';

/** See {@link VideoRoom}. */
export interface VideoRoomProps extends Omit<VisitProviderProps, 'children'> {
  /** The clinic's words for an emergency: shown while waiting, and when sound and picture were stopped. */
  readonly emergencyCard?: ReactNode;
}

/**
 * A whole visit: readiness check, waiting room, the visit and its end, built from the parts this package exports. Give
 * it an element with a height; it fills it. No prop restarts the visit.
 */
export function VideoRoom({ emergencyCard, ...provider }: VideoRoomProps) {
  return (
    <VisitProvider {...provider}>
      <Room emergencyCard={emergencyCard} />
    </VisitProvider>
  );
}

function Room({ emergencyCard }: Pick<VideoRoomProps, 'emergencyCard'>) {
  const { policy } = useVisit();
  const screen = useVisitState(screenOf);
  const { say } = useWords();
  const room = useRef<HTMLElement>(null);
  useFocusOnChange(screen, room);

  return (
    <section className="qr-room" aria-label={say('room.label')} ref={room} data-screen={screen}>
      {policy.patients === 'synthetic' ? <p className="qr-banner">{say('room.synthetic')}</p> : null}
      <PartBoundary key={screen} canLeave>
        {screen === 'readiness' ? <Readiness /> : null}
        {screen === 'waiting' ? <WaitingRoom emergencyCard={emergencyCard} /> : null}
        {screen === 'visit' ? (
          <>
            <VisitScreen emergencyCard={emergencyCard} />
            <RemoteAudio />
          </>
        ) : null}
        {screen === 'ended' ? <Ended /> : null}
      </PartBoundary>
      <Announcer />
    </section>
  );
}
