'use client';
import type { LogoffLimits } from '@quietroom/core/privacy';
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
import { LogoffGuard } from '../step-away/load-step-away.ts';
import { OpeningPreview } from '../visit-opening/load-visit-opening.ts';
import { VisitScreen } from './visit-screen.tsx';

/** See {@link VideoRoom}. */
export interface VideoRoomProps extends Omit<VisitProviderProps, 'children'> {
  /** The clinic's words for an emergency: shown while waiting, and when sound and picture were stopped. */
  readonly emergencyCard?: ReactNode;
  /** The clinic's own content for those who wait to be let in, below what happens next. */
  readonly waitingRoom?: ReactNode;
  /** The clinic's own content once the visit is over, below how it ended: what comes next, whom to call. */
  readonly afterVisit?: ReactNode;
  /**
   * Whether the length of the visit is shown. Default: to clinicians and interpreters, who have the next one waiting, and
   * not to patients, whom a running clock hurries.
   */
  readonly timer?: boolean | undefined;
  /**
   * After how long a visit is left that nobody uses, or in which somebody stays alone; voices count as use. Keep the
   * object stable between renders. Default: 15 minutes each, with a minute's warning. `false` where the host does it.
   */
  readonly logoff?: LogoffLimits | false | undefined;
  /**
   * Whether clinicians get a list of what to ask when the visit begins, and patients who wait are told what that will be.
   * Default: with real patients.
   */
  readonly opening?: boolean | undefined;
}

/**
 * A whole visit: readiness check, waiting room, the visit and its end, built from the parts this package exports. Give
 * it an element with a height; it fills it. No prop restarts the visit.
 */
export function VideoRoom({
  emergencyCard,
  waitingRoom,
  afterVisit,
  timer,
  logoff,
  opening,
  ...provider
}: VideoRoomProps) {
  return (
    <VisitProvider {...provider}>
      <Room
        emergencyCard={emergencyCard}
        waitingRoom={waitingRoom}
        afterVisit={afterVisit}
        timer={timer}
        logoff={logoff}
        opening={opening}
      />
    </VisitProvider>
  );
}

function Room({
  emergencyCard,
  waitingRoom,
  afterVisit,
  timer,
  logoff,
  opening,
}: Omit<VideoRoomProps, keyof VisitProviderProps>) {
  const { policy, role } = useVisit();
  const opens = opening ?? policy.patients === 'real';
  const screen = useVisitState(screenOf);
  const { say } = useWords();
  const room = useRef<HTMLElement>(null);
  useFocusOnChange(screen, room);

  return (
    <section className="qr-room" aria-label={say('room.label')} ref={room} data-screen={screen}>
      {policy.patients === 'synthetic' ? <p className="qr-banner">{say('room.synthetic')}</p> : null}
      <PartBoundary key={screen} canLeave>
        {screen === 'readiness' ? <Readiness /> : null}
        {screen === 'waiting' ? (
          <WaitingRoom emergencyCard={emergencyCard}>
            {opens && role === 'patient' ? (
              <>
                <OpeningPreview />
                {waitingRoom}
              </>
            ) : (
              waitingRoom
            )}
          </WaitingRoom>
        ) : null}
        {screen === 'visit' ? (
          <>
            <VisitScreen
              emergencyCard={emergencyCard}
              timer={timer ?? (role === 'clinician' || role === 'interpreter')}
              opening={opens && role === 'clinician'}
            />
            <RemoteAudio />
            {logoff === false ? null : <LogoffGuard limits={logoff} />}
          </>
        ) : null}
        {screen === 'ended' ? <Ended>{afterVisit}</Ended> : null}
      </PartBoundary>
      <Announcer />
    </section>
  );
}
