'use client';
import type { ParticipantId } from '@quietroom/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Notices } from '../notices/notices.tsx';
import { Reconnecting } from '../reconnecting/reconnecting.tsx';
import { ScreenHeading } from '../screen-heading/screen-heading.tsx';
import { OwnShare } from '../stage/own-share.tsx';
import { Stage } from '../stage/stage.tsx';
import { Toolbar, type Panel } from '../toolbar/toolbar.tsx';
import { Knocks } from '../waiting-room/knocks.tsx';
import { MediaStopped, type MediaStoppedProps } from './media-stopped.tsx';
import { whenIdle } from './when-idle.ts';

const loadChat = async () => ({ default: (await import('../chat/chat.tsx')).Chat });
const loadPeople = async () => ({ default: (await import('../people/people.tsx')).People });
const loadSettings = async () => ({ default: (await import('../settings/settings.tsx')).Settings });
const Chat = lazy(loadChat);
const People = lazy(loadPeople);
const Settings = lazy(loadSettings);

/** The visit itself: stage, panels and toolbar. */
export function VisitScreen({ emergencyCard }: Pick<MediaStoppedProps, 'emergencyCard'>) {
  const { say } = useWords();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [recipient, setRecipient] = useState<ParticipantId>();
  const [settings, setSettings] = useState<'never' | 'open' | 'closed'>('never');
  const side = useRef<HTMLDivElement>(null);
  const chatButton = useRef<HTMLButtonElement>(null);
  const peopleButton = useRef<HTMLButtonElement>(null);

  useEffect(
    () =>
      whenIdle(() => {
        // What fails to load now is asked for again when its control is pressed.
        for (const load of [loadChat, loadPeople, loadSettings]) load().catch(() => undefined);
      }),
    [],
  );

  const closePanel = () => {
    setPanel(null);
    (panel === 'chat' ? chatButton : peopleButton).current?.focus();
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
        <MediaStopped emergencyCard={emergencyCard} />
        <Knocks />
        <OwnShare />
        <div className="qr-stage-frame">
          <Stage />
          <Reconnecting />
        </div>
      </div>
      <div className="qr-foot">
        <Notices onChooseDevice={openSettings} />
        <Toolbar
          panel={panel}
          onPanel={setPanel}
          onSettings={openSettings}
          chatButton={chatButton}
          peopleButton={peopleButton}
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
          <Suspense>
            {panel === 'chat' ? (
              <Chat recipient={recipient} onClose={closePanel} />
            ) : (
              <People onMessage={writeTo} onClose={closePanel} />
            )}
          </Suspense>
        </div>
      )}
      {settings === 'never' ? null : (
        <Suspense>
          <Settings
            open={settings === 'open'}
            onOpenChange={(open) => {
              setSettings(open ? 'open' : 'closed');
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
