'use client';
import * as AlertDialog from '@radix-ui/react-alert-dialog';
import type { Knock, ParticipantId, VisitState } from '@quietroom/core';
import { useCallback, useState } from 'react';
import { useReturnFocus } from '../focus/use-return-focus.ts';
import { useAction } from '../hooks/use-action.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { usePortal } from '../visit-context/use-visit.ts';
import { RightPersonCheck } from './right-person-check.tsx';

interface AdmitDialogProps {
  readonly id: ParticipantId;
  readonly onClose: () => void;
}

const identityOf = (knock: Knock | undefined): string =>
  knock ? `${String(knock.verified)} ${knock.role} ${knock.pseudonym ?? ''} ${knock.sub ?? ''}` : 'gone';

/**
 * Asks whether the person at the door is the one expected. What was confirmed is forgotten when the person behind the
 * knock turns out to be somebody else meanwhile; while they are being let in, their knock may go before the answer comes.
 */
export function AdmitDialog({ id, onClose }: AdmitDialogProps) {
  const words = useWords();
  const portal = usePortal();
  const returnFocus = useReturnFocus();
  const admit = useAction('admit');
  const knock = useVisitState(useCallback((state: VisitState) => state.knocks[id], [id]));
  const [asked, setAsked] = useState(knock);
  if (!admit.pending && asked !== knock) setAsked(knock);

  const letIn = async () => {
    if (await admit.perform({ participant: id })) onClose();
  };

  return (
    <AlertDialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <AlertDialog.Portal container={portal}>
        <AlertDialog.Overlay className="qr-overlay" />
        <AlertDialog.Content className="qr-dialog" onCloseAutoFocus={returnFocus}>
          <AlertDialog.Title className="qr-title">{words.say('admit.heading')}</AlertDialog.Title>
          <AlertDialog.Description className="qr-soft">{words.say('admit.description')}</AlertDialog.Description>
          <RightPersonCheck
            key={identityOf(asked)}
            id={id}
            knock={asked}
            pending={admit.pending}
            error={admit.error}
            onAdmit={() => void letIn()}
          />
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
