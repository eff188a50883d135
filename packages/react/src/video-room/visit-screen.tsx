'use client';
import type { ParticipantId } from '@quietroom/core';
import { useEffect, useRef, useState } from 'react';
import { Captions } from '../captions/load-captions.ts';
import { Chat } from '../chat/load-chat.ts';
import { ConsentStatus, maybeCaptured } from '../consent/load-consent.ts';
import { focusNearest } from '../focus/focus-places.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Notices } from '../notices/notices.tsx';
import { SilentMicrophone } from '../notices/silent-microphone.tsx';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { PartBoundary } from '../part-boundary/part-boundary.tsx';
import { People } from '../people/load-people.ts';
import { Reconnecting } from '../reconnecting/reconnecting.tsx';
import { ScreenHeading } from '../screen-heading/screen-heading.tsx';
import { Settings } from '../settings/load-settings.ts';
import { OwnShare } from '../stage/own-share.tsx';
import { Stage } from '../stage/stage.tsx';
import { Toolbar, type Panel } from '../toolbar/toolbar.tsx';
import { VisitOpening } from '../visit-opening/load-visit-opening.ts';
import { VisitSafety } from '../visit-safety/load-visit-safety.ts';
import { Knocks } from '../waiting-room/knocks.tsx';
import { useVisit } from '../visit-context/use-visit.ts';
import { VisitTimer } from '../visit-timer/load-visit-timer.ts';
import { WeakConnection } from '../weak-connection/load-weak-connection.ts';
import { useWeakness } from '../weak-connection/use-weakness.ts';
import { MediaStopped, type MediaStoppedProps } from './media-stopped.tsx';
import { whenIdle } from './when-idle.ts';

const Unexpected = lazyPart(async () => (await import('../unexpected/unexpected.tsx')).Unexpected);

interface VisitScreenProps extends Pick<MediaStoppedProps, 'emergencyCard'> {
  readonly timer: boolean;
  /** Whether to show what a clinician asks when a visit begins. */
  readonly opening: boolean;
}

/** The visit itself: stage, panels and toolbar. */
export function VisitScreen({ emergencyCard, timer, opening }: VisitScreenProps) {
  const { say } = useWords();
  const { policy } = useVisit();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [recipient, setRecipient] = useState<ParticipantId>();
  const [safety, setSafety] = useState(false);
  const unexpected = useVisitState((state) => state.unexpected.length > 0);
  const [settings, setSettings] = useState<'never' | 'open' | 'closed'>('never');
  const weak = useWeakness();
  const side = useRef<HTMLDivElement>(null);
  const chatButton = useRef<HTMLButtonElement>(null);
  const peopleButton = useRef<HTMLButtonElement>(null);
  const moreButton = useRef<HTMLButtonElement>(null);

  useEffect(
    () =>
      whenIdle(() => {
        for (const part of [Chat, People, Settings, VisitSafety, Unexpected, WeakConnection]) part.preload();
      }),
    [],
  );

  const closePanel = () => {
    setPanel(null);
    const opened = (panel === 'chat' ? chatButton : peopleButton).current;
    focusNearest([opened, moreButton.current].filter((button) => button !== null));
  };
  const writeTo = (participant: ParticipantId) => {
    setRecipient(participant);
    setPanel('chat');
    // The button that was pressed goes with its panel; from here Tab leads into the other one.
    side.current?.focus();
  };
  const openSettings = () => {
    setSettings('open');
  };

  return (
    <div className="qr-visit" data-panel={panel ?? undefined}>
      <ScreenHeading hidden>{say('room.heading')}</ScreenHeading>
      <div className="qr-main">
        {timer ? (
          <PartBoundary>
            <VisitTimer />
          </PartBoundary>
        ) : null}
        <MediaStopped emergencyCard={emergencyCard} />
        {unexpected ? (
          <PartBoundary>
            <Unexpected />
          </PartBoundary>
        ) : null}
        <PartBoundary>
          <Knocks />
        </PartBoundary>
        {opening ? (
          <PartBoundary>
            <VisitOpening />
          </PartBoundary>
        ) : null}
        <OwnShare />
        <div className="qr-stage-frame">
          <Stage />
          <Reconnecting />
        </div>
        {policy.captions ? (
          <PartBoundary>
            <Captions />
          </PartBoundary>
        ) : null}
      </div>
      <div className="qr-foot">
        {weak && (
          <PartBoundary>
            <WeakConnection />
          </PartBoundary>
        )}
        <Notices />
        <SilentMicrophone onChooseDevice={openSettings} />
        {maybeCaptured(policy) ? (
          <PartBoundary>
            <ConsentStatus subject="recording" />
            <ConsentStatus subject="captions" />
          </PartBoundary>
        ) : null}
        <Toolbar
          panel={panel}
          onPanel={setPanel}
          onSettings={openSettings}
          onSafety={() => {
            setSafety(true);
          }}
          chatButton={chatButton}
          peopleButton={peopleButton}
          moreButton={moreButton}
        />
      </div>
      {/* After the toolbar, so that Tab leads from the button into what it opened. */}
      {panel === null ? null : (
        <div
          className="qr-side"
          ref={side}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) closePanel();
          }}
        >
          <PartBoundary>
            {panel === 'chat' ? (
              <Chat recipient={recipient} onClose={closePanel} />
            ) : (
              <People onMessage={writeTo} onClose={closePanel} />
            )}
          </PartBoundary>
        </div>
      )}
      {safety ? (
        <PartBoundary>
          <VisitSafety open onOpenChange={setSafety} />
        </PartBoundary>
      ) : null}
      {settings === 'never' ? null : (
        <PartBoundary>
          <Settings
            open={settings === 'open'}
            onOpenChange={(open) => {
              setSettings(open ? 'open' : 'closed');
            }}
          />
        </PartBoundary>
      )}
    </div>
  );
}
