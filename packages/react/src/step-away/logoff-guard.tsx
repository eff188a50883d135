'use client';
import * as Dialog from '@radix-ui/react-dialog';
import { createLogoff, type LogoffLimits } from '@quietroom/core/privacy';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Button } from '../button/button.tsx';
import { Modal } from '../dialog/modal.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';

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
  const { say } = useLaterWords();
  return (
    <Modal
      question
      open={warning !== null}
      onOpenChange={(open) => {
        if (!open) logoff.stay();
      }}
    >
      <Dialog.Title className="qr-title">{say(warning === 'alone' ? 'logoff.alone' : 'logoff.inactive')}</Dialog.Title>
      <Dialog.Description>{say('logoff.text', { count: secondsLeft })}</Dialog.Description>
      <div className="qr-dialog-actions">
        <Dialog.Close asChild>
          <Button kind="primary">{say('logoff.stay')}</Button>
        </Dialog.Close>
      </div>
    </Modal>
  );
}
