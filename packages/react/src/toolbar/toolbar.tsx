'use client';
import type { Refusal, RoomError } from '@quietroom/core';
import { useCallback, useRef, useState, type Ref, type RefObject } from 'react';
import { DeviceTrouble } from '../device-trouble/device-trouble.tsx';
import { CaptureControls, maybeCaptured } from '../consent/load-consent.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { documentPictureInPicture } from '../picture-in-picture/document-picture-in-picture.ts';
import { SmallWindowControl } from '../picture-in-picture/load-small-window.ts';
import { Problem } from '../problem/problem.tsx';
import { StepAwayControl } from '../step-away/load-step-away.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { Control } from './control.tsx';
import { EndControl, LeaveControl } from './leave-controls.tsx';
import { ChatControl, MoreControl, PeopleControl } from './panel-controls.tsx';
import { CameraControl, HandControl, MicrophoneControl, ShareControl } from './source-controls.tsx';
import { useCompact } from './use-compact.ts';
import { useHushedReasons } from './use-hushed-reasons.ts';
import { useMore } from './use-more.ts';
import { useOneTabStop } from './use-one-tab-stop.ts';

/** The panels that open beside the stage. */
export type Panel = 'chat' | 'people';

/** See {@link Toolbar}. */
export interface ToolbarProps {
  readonly panel: Panel | null;
  readonly onPanel: (panel: Panel | null) => void;
  readonly onSettings: () => void;
  /** Opens Visit safety. Without it there is no such control. */
  readonly onSafety?: (() => void) | undefined;
  /** The buttons of the panels, for giving them the focus back. */
  readonly chatButton?: Ref<HTMLButtonElement> | undefined;
  readonly peopleButton?: Ref<HTMLButtonElement> | undefined;
  /** What has the people’s button behind it where there is little room. */
  readonly moreButton?: RefObject<HTMLButtonElement | null> | undefined;
}

/**
 * The controls of the visit. Every one is an action asked of the policy; what a person may not do is absent or stays in
 * its place with the reason. Arrow keys move between them. What goes wrong is told above them, devices with steps.
 * Where the room is narrow or low, five stay in reach of a thumb and the others are behind “More”.
 */
export function Toolbar({ panel, onPanel, onSettings, onSafety, chatButton, peopleButton, moreButton }: ToolbarProps) {
  const { say } = useWords();
  const toolbar = useRef<HTMLDivElement>(null);
  useCompact(toolbar);
  useHushedReasons(toolbar);
  const keyboard = useOneTabStop(toolbar);
  const more = useMore(toolbar, moreButton);
  const { policy } = useVisit();
  const [problem, setProblem] = useState<RoomError | Refusal | null>(null);
  const report = useCallback((error: RoomError | Refusal | null) => {
    setProblem(error);
  }, []);
  const toggle = (wanted: Panel) => () => {
    onPanel(panel === wanted ? null : wanted);
  };
  return (
    <div className="qr-toolbar-area">
      <DeviceTrouble onChooseDevice={onSettings} />
      <div role="status">
        {problem && (
          <Problem
            error={problem}
            onDismiss={() => {
              setProblem(null);
            }}
          />
        )}
      </div>
      <div className="qr-toolbar" role="toolbar" aria-label={say('toolbar.label')} ref={toolbar} {...keyboard}>
        <MicrophoneControl onProblem={report} />
        <CameraControl onProblem={report} />
        <ChatControl buttonRef={chatButton} open={panel === 'chat'} onToggle={toggle('chat')} />
        <MoreControl buttonRef={more.button} open={more.open} onToggle={more.toggle} />
        <div className="qr-more" data-open={more.open ? '' : undefined} {...more.sheet}>
          <ShareControl onProblem={report} />
          <PeopleControl buttonRef={peopleButton} open={panel === 'people'} onToggle={toggle('people')} />
          <HandControl onProblem={report} />
          {maybeCaptured(policy) ? <CaptureControls onProblem={report} /> : null}
          {onSafety ? <Control icon="shield" label={say('toolbar.safety')} onPress={onSafety} /> : null}
          <StepAwayControl />
          {documentPictureInPicture() ? <SmallWindowControl /> : null}
          <Control icon="settings" label={say('toolbar.settings')} onPress={onSettings} />
          <EndControl onProblem={report} />
        </div>
        <LeaveControl />
      </div>
    </div>
  );
}
