'use client';
import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { createLogoff, type LogoffLimits } from '@quietroom/core/privacy';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Button } from '../button/button.tsx';
import { useReturnFocus } from '../focus/use-return-focus.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { usePortal, useVisit } from '../visit-context/use-visit.ts';

/** See {@link LogoffGuard}. */
export interface LogoffGuardProps {
  readonly limits?: LogoffLimits | undefined;
}

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Watches somebody's own input on this page until the returned function is called. */
const watchInput = (active: () => void): (() => void) => {
  for (const input of inputs) window.addEventListener(input, active, { passive: true });
  return () => {
    for (const input of inputs) window.removeEventListener(input, active);
  };
};

/**
 * Leaves a visit in which nobody does, says or writes anything, and one in which somebody stays alone, after a warning
 * that a press takes away (45 CFR 164.312(a)(2)(iii); WCAG 2.2.1).
 */
export function LogoffGuard({ limits }: LogoffGuardProps) {
  const visit = useVisit();
  const logoff = useMemo(() => createLogoff(visit, limits), [visit, limits]);
  useEffect(() => {
    const stops = [watchInput(logoff.active), logoff.start()];
    return () => {
      for (const stop of stops) stop();
    };
  }, [logoff]);
  const { warning, secondsLeft } = useSyncExternalStore(logoff.state.subscribe, logoff.state.get, logoff.state.get);
  const portal = usePortal();
  const returnFocus = useReturnFocus(warning !== null);
  const { say } = useLaterWords();
  return (
    <AlertDialog.Root
      open={warning !== null}
      onOpenChange={(open) => {
        if (!open) logoff.stay();
      }}
    >
      <AlertDialog.Portal container={portal}>
        <AlertDialog.Overlay className="qr-overlay" />
        <AlertDialog.Content className="qr-dialog" onCloseAutoFocus={returnFocus}>
          <AlertDialog.Title className="qr-title">
            {say(warning === 'alone' ? 'logoff.alone' : 'logoff.inactive')}
          </AlertDialog.Title>
          <AlertDialog.Description>{say('logoff.text', { count: secondsLeft })}</AlertDialog.Description>
          <div className="qr-dialog-actions">
            <AlertDialog.Action asChild>
              <Button kind="primary">{say('logoff.stay')}</Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
