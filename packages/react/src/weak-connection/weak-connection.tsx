'use client';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useHiddenPictures } from '../stage/hidden-pictures.ts';

/**
 * Offers to do without pictures while somebody comes through badly: this page's own camera, and the others'. Nothing is
 * turned off unless it is pressed, and what was hidden says so for as long as it is.
 */
export function WeakConnection() {
  const weak = useVisitState(({ order, participants }) => order.some((id) => participants[id]?.quality === 'poor'));
  const sendsCamera = useVisitState((state) => state.self.sending.camera);
  const { decision, pending, perform } = useAction('setCamera');
  const [hidden, hide] = useHiddenPictures();
  const [dismissed, setDismissed] = useState(false);
  const { say } = useWords();
  if (!hidden && (!weak || dismissed)) return null;

  return (
    <div className="qr-note qr-notice" data-tone="warn">
      <Icon name="weakConnection" />
      <div className="qr-notice-body">
        <p role="status">{say(hidden ? 'weakConnection.hidden' : 'weakConnection.offer')}</p>
        <div className="qr-row">
          {weak && sendsCamera && decision.allowed && (
            <Button pending={pending} onClick={() => void perform({ on: false })}>
              {say('weakConnection.cameraOff')}
            </Button>
          )}
          <Button
            onClick={() => {
              hide((now) => !now);
              setDismissed(true);
            }}
          >
            {say(hidden ? 'weakConnection.show' : 'weakConnection.hide')}
          </Button>
          {!hidden && (
            <Button
              kind="plain"
              onClick={() => {
                setDismissed(true);
              }}
            >
              {say('notices.dismiss')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
