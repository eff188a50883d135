'use client';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useHiddenPictures } from '../stage/hidden-pictures.ts';
import { useInterpreters, useInterpreterTrouble } from '../stage/interpreters.ts';
import { useLingering } from './use-lingering.ts';

/** A picture that comes and goes is one trouble, told once. */
const oneTrouble = 10_000;

/**
 * Offers to do without pictures while somebody comes through badly: this page's own camera, and the others'. Nothing is
 * turned off unless it is pressed, and what was hidden says so for as long as it is. Warns when the picture of an
 * interpreter is poor or stops, which interrupts whoever listens to the page: what is said meanwhile does not arrive.
 */
export function WeakConnection() {
  const weak = useVisitState(({ order, participants }) => order.some((id) => participants[id]?.quality === 'poor'));
  const trouble = useLingering(useInterpreterTrouble(), oneTrouble);
  const interpreters = useInterpreters();
  const sendsCamera = useVisitState((state) => state.self.sending.camera);
  const { decision, pending, perform } = useAction('setCamera');
  const [hidden, hide] = useHiddenPictures();
  const [dismissed, setDismissed] = useState<'weak' | 'poor' | 'stopped' | null>(null);
  const { say } = useLaterWords();
  const common = useWords();
  if (dismissed !== null && !weak && trouble === null) setDismissed(null);
  const warns = trouble !== null && (dismissed === null || (trouble === 'stopped' && dismissed !== 'stopped'));
  if (!hidden && !warns && (dismissed !== null || !weak)) return null;

  const dismiss = () => {
    setDismissed(trouble ?? 'weak');
  };
  return (
    <div className="qr-note qr-notice" data-tone="warn">
      <Icon name="weakConnection" />
      <div className="qr-notice-body">
        {warns ? (
          <p role="alert">
            <strong>
              {say(trouble === 'poor' ? 'weakConnection.interpreterPoor' : 'weakConnection.interpreterStopped')}
            </strong>
          </p>
        ) : null}
        {hidden ? (
          <p role="status">
            {say(interpreters.length > 0 ? 'weakConnection.hiddenButInterpreter' : 'weakConnection.hidden')}
          </p>
        ) : weak && !warns ? (
          <p role="status">{say('weakConnection.offer')}</p>
        ) : null}
        <div className="qr-row">
          {weak && sendsCamera && decision.allowed && (
            <Button pending={pending} onClick={() => void perform({ on: false })}>
              {say('weakConnection.cameraOff')}
            </Button>
          )}
          {(weak || hidden) && (
            <Button
              onClick={() => {
                hide((now) => !now);
                dismiss();
              }}
            >
              {say(hidden ? 'weakConnection.show' : 'weakConnection.hide')}
            </Button>
          )}
          {!hidden && (
            <Button kind="plain" onClick={dismiss}>
              {common.say('notices.dismiss')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
