'use client';
import { useEffect, useState } from 'react';
import { Button } from '../button/button.tsx';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/** Reports of nothing at all, ten a second, until it is told. An open microphone in a quiet room is above nothing. */
const patience = 300;

/** See {@link SilentMicrophone}. */
export interface SilentMicrophoneProps {
  readonly onChooseDevice: () => void;
}

/**
 * Tells that the microphone which is being sent carries nothing, as one that is switched off at its own switch does.
 * Once it has carried anything, a silent person is left alone.
 */
export function SilentMicrophone({ onChooseDevice }: SilentMicrophoneProps) {
  const { media } = useVisit();
  const { say } = useWords();
  const sending = useVisitState((state) => state.self.sending.microphone);
  const chosen = useDeviceState((state) => state.selected.microphone);
  const [silent, setSilent] = useState(false);

  useEffect(() => {
    if (!sending) return;
    let reports = 0;
    let told = false;
    const tell = (next: boolean) => {
      if (told !== next) setSilent(next);
      told = next;
    };
    const stop = media.onLevel((level) => {
      if (level > 0) {
        tell(false);
        stop();
        return;
      }
      reports += 1;
      if (reports >= patience) tell(true);
    });
    return () => {
      stop();
      tell(false);
    };
  }, [media, sending, chosen]);

  return (
    <div role="status">
      {silent && (
        <div className="qr-note qr-notice" data-tone="warn">
          <Icon name="microphoneOff" />
          <div className="qr-notice-body">
            <p>{say('notices.microphoneSilent')}</p>
            <div className="qr-row">
              <Button kind="primary" onClick={onChooseDevice}>
                {say('device.chooseAnother')}
              </Button>
              <Button
                onClick={() => {
                  setSilent(false);
                }}
              >
                {say('notices.dismiss')}
              </Button>
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
