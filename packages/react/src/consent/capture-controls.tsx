'use client';
import type { ConsentSubject, VisitState } from '@quietroom/core';
import { useCallback, useEffect, useState } from 'react';
import { useAction } from '../hooks/use-action.ts';
import { useConsent } from '../hooks/use-consent.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { IconPath } from '../icon/icon-path.tsx';
import { Control } from '../toolbar/control.tsx';
import type { ActionControlProps } from '../toolbar/source-controls.tsx';
import { ConsentDialog } from './consent-dialog.tsx';

const faces = {
  recording: {
    action: 'setRecording',
    path: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
    on: 'consent.stop',
    off: 'consent.start',
  },
  captions: {
    action: 'setCaptions',
    path: 'M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM10.5 14.5a2.5 2.5 0 1 1 0-5M17.5 14.5a2.5 2.5 0 1 1 0-5',
    on: 'consent.captionsOff',
    off: 'consent.captions',
  },
} as const;

interface CaptureControlProps extends ActionControlProps {
  readonly subject: ConsentSubject;
}

/**
 * Starts and stops a recording or captions. Without everybody's consent a press asks for it; with it, the next press
 * starts. Absent where the policy, the provider or the role has none.
 */
function CaptureControl({ subject, onProblem }: CaptureControlProps) {
  const face = faces[subject];
  const running = useVisitState(useCallback(({ room }: VisitState) => room[subject] === true, [subject]));
  const { decision, asked, error, perform } = useAction(face.action);
  const { askedBy, own, refused } = useConsent(subject);
  const { say } = useLaterWords();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    onProblem(error);
  }, [error, onProblem]);

  const lacksConsent = !decision.allowed && decision.ruleId === 'Q-CONSENT-FIRST';
  // Who said no may be asked again, by a press and not by itself.
  const waiting = lacksConsent && askedBy === 'self' && own === 'agreed' && refused.length === 0;
  return (
    <>
      <Control
        icon={<IconPath path={face.path} />}
        label={say(running ? face.on : face.off)}
        tone={running ? 'active' : undefined}
        // While nobody was asked a press asks; while people answer it waits with its reason. Stopping is always allowed.
        decision={running || (lacksConsent && !waiting) ? undefined : decision}
        pending={asked !== null && asked.on !== running}
        onPress={() => {
          if (lacksConsent && !running) setAsking(true);
          else void perform({ on: !running });
        }}
      />
      <ConsentDialog subject={subject} question="ask" open={asking} onOpenChange={setAsking} />
    </>
  );
}

/** “Start recording”, “Stop recording” and “Captions”. Belongs in a `Toolbar`. */
export function CaptureControls({ onProblem }: ActionControlProps) {
  return (
    <>
      <CaptureControl subject="recording" onProblem={onProblem} />
      <CaptureControl subject="captions" onProblem={onProblem} />
    </>
  );
}
