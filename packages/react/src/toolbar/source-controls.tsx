'use client';
import type { CaptureSource, Refusal, RoomError } from '@quietroom/core';
import { useEffect } from 'react';
import { useAction } from '../hooks/use-action.ts';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Control } from './control.tsx';

/** See {@link MicrophoneControl}. */
export interface ActionControlProps {
  /** Called with what went wrong, and with null once it is tried again. */
  readonly onProblem: (error: RoomError | Refusal | null) => void;
}

const useReport = (error: RoomError | Refusal | null, onProblem: ActionControlProps['onProblem']) => {
  useEffect(() => {
    onProblem(error);
  }, [error, onProblem]);
};

/** A device that does not open says so itself, with what to do about it: see DeviceTrouble. */
const useReportUnlessDevice = (
  source: CaptureSource,
  error: RoomError | Refusal | null,
  onProblem: ActionControlProps['onProblem'],
) => {
  const toldByDevice = useDeviceState((devices) => devices[source].status === 'failed');
  useReport(toldByDevice ? null : error, onProblem);
};

/** “Mute microphone” and “Unmute microphone”, read from what is being sent. */
export function MicrophoneControl({ onProblem }: ActionControlProps) {
  const on = useVisitState((state) => state.self.sending.microphone);
  const { decision, asked, error, perform } = useAction('setMicrophone');
  const { say } = useWords();
  useReportUnlessDevice('microphone', error, onProblem);
  return (
    <Control
      icon={on ? 'microphone' : 'microphoneOff'}
      label={say(on ? 'toolbar.mute' : 'toolbar.unmute')}
      short={say(on ? 'toolbar.muteShort' : 'toolbar.unmuteShort')}
      tone={on ? undefined : 'off'}
      decision={decision}
      pending={asked !== null && asked.on !== on}
      onPress={() => {
        void perform({ on: !on });
      }}
    />
  );
}

/** “Turn camera off” and “Turn camera on”, read from what is being sent. */
export function CameraControl({ onProblem }: ActionControlProps) {
  const on = useVisitState((state) => state.self.sending.camera);
  const { decision, asked, error, perform } = useAction('setCamera');
  const { say } = useWords();
  useReportUnlessDevice('camera', error, onProblem);
  return (
    <Control
      icon={on ? 'camera' : 'cameraOff'}
      label={say(on ? 'toolbar.cameraOff' : 'toolbar.cameraOn')}
      short={say(on ? 'toolbar.cameraOffShort' : 'toolbar.cameraOnShort')}
      tone={on ? undefined : 'off'}
      decision={decision}
      pending={asked !== null && asked.on !== on}
      onPress={() => {
        void perform({ on: !on });
      }}
    />
  );
}

/** “Share screen” and “Stop sharing”. */
export function ShareControl({ onProblem }: ActionControlProps) {
  const on = useVisitState((state) => state.self.sending.screen);
  const { decision, asked, error, perform } = useAction('shareScreen');
  const { say } = useWords();
  useReportUnlessDevice('screen', error, onProblem);
  return (
    <Control
      icon={on ? 'stopSharing' : 'share'}
      label={say(on ? 'toolbar.stopSharing' : 'toolbar.share')}
      tone={on ? 'active' : undefined}
      decision={decision}
      pending={asked !== null && asked.on !== on}
      onPress={() => {
        void perform({ on: !on });
      }}
    />
  );
}

/** “Raise hand” and “Lower hand”. */
export function HandControl({ onProblem }: ActionControlProps) {
  const raised = useVisitState((state) => state.self.handRaised);
  const { decision, asked, error, perform } = useAction('raiseHand');
  const { say } = useWords();
  useReport(error, onProblem);
  return (
    <Control
      icon="hand"
      label={say(raised ? 'toolbar.lowerHand' : 'toolbar.raiseHand')}
      tone={raised ? 'active' : undefined}
      decision={decision}
      pending={asked !== null && asked.raised !== raised}
      onPress={() => {
        void perform({ raised: !raised });
      }}
    />
  );
}
