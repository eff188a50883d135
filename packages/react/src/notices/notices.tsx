'use client';
import type { Announcement, CaptureSource } from '@quietroom/core';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { RosterName } from '../roster-name/roster-name.tsx';
import { useVisit } from '../visit-context/use-visit.ts';

type Notice = Extract<Announcement, { readonly type: 'muted-by' | 'asked-to-unmute' | 'pause-over' | 'source-lost' }>;

const isNotice = (announcement: Announcement): announcement is Notice =>
  announcement.type === 'muted-by' ||
  announcement.type === 'asked-to-unmute' ||
  announcement.type === 'pause-over' ||
  (announcement.type === 'source-lost' && announcement.source !== 'screen');

/** What is off because of it. */
const sourcesOf = (notice: Notice): readonly CaptureSource[] => {
  if (notice.type === 'pause-over') return notice.sources;
  return [notice.type === 'source-lost' ? notice.source : 'microphone'];
};

/**
 * The latest thing somebody did to this page's microphone, or a device the system holds back: shown until it is answered or no
 * longer true. The announcer says it; here it can be acted on.
 */
export function Notices() {
  const visit = useVisit();
  const { say, show } = useWords();
  const [notice, setNotice] = useState<Notice | null>(null);
  const sending = useVisitState((state) => state.self.sending);
  const { perform, decision } = useAction('setMicrophone');
  const camera = useAction('setCamera');
  const deviceStatus = useDeviceState((state) =>
    notice?.type === 'source-lost' && notice.source !== 'screen' ? state[notice.source].status : null,
  );

  useEffect(
    () =>
      visit.onAnnouncement((announcement) => {
        if (isNotice(announcement)) setNotice(announcement);
      }),
    [visit],
  );

  const dismiss = () => {
    setNotice(null);
  };
  if (!notice || sourcesOf(notice).every((source) => sending[source])) return null;

  const row = (text: ReactNode, ...actions: ReactNode[]) => (
    <div className="qr-note qr-notice" data-tone="warn">
      <Icon name={notice.type === 'source-lost' ? 'warning' : 'microphoneOff'} />
      <div className="qr-notice-body">
        <p>{text}</p>
        <div className="qr-row">{actions}</div>
      </div>
    </div>
  );

  const unmute = decision.allowed ? (
    <Button
      key="unmute"
      kind="primary"
      onClick={() => {
        void perform({ on: true });
      }}
    >
      {say('toolbar.unmute')}
    </Button>
  ) : null;

  switch (notice.type) {
    case 'asked-to-unmute':
      return row(
        show('notices.askedToUnmute', { name: <RosterName of={notice.participant} pseudonym={false} /> }),
        unmute,
        <Button key="stay" onClick={dismiss}>
          {say('notices.stayMuted')}
        </Button>,
      );
    case 'muted-by':
      return row(
        show('notices.mutedBy', { name: <RosterName of={notice.participant} pseudonym={false} /> }),
        <Button key="dismiss" onClick={dismiss}>
          {say('notices.dismiss')}
        </Button>,
      );
    case 'pause-over':
      return row(
        say('notices.pauseOver'),
        <Button
          key="go-on"
          kind="primary"
          onClick={() => {
            if (notice.sources.includes('microphone')) void perform({ on: true });
            if (notice.sources.includes('camera')) void camera.perform({ on: true });
          }}
        >
          {say('notices.goOn')}
        </Button>,
        <Button key="dismiss" onClick={dismiss}>
          {say('notices.dismiss')}
        </Button>,
      );
    case 'source-lost': {
      const source = notice.source === 'microphone' ? 'microphone' : 'camera';
      // A device that gave up is told with what to do about it: see DeviceTrouble.
      if (deviceStatus === 'failed') return null;
      return row(
        say(`notices.${source}Interrupted`),
        source === 'microphone' && unmute,
        <Button key="dismiss" onClick={dismiss}>
          {say('notices.dismiss')}
        </Button>,
      );
    }
  }
}
