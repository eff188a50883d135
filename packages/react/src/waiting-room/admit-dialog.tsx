'use client';
import * as Dialog from '@radix-ui/react-dialog';
import type { Knock, ParticipantId, VisitState } from '@quietroom/core';
import { useCallback, useState } from 'react';
import { useAction } from '../hooks/use-action.ts';
import { Modal } from '../dialog/modal.tsx';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
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
  const admit = useAction('admit');
  const knock = useVisitState(useCallback((state: VisitState) => state.knocks[id], [id]));
  const [asked, setAsked] = useState(knock);
  if (!admit.pending && asked !== knock) setAsked(knock);

  const letIn = async () => {
    if (await admit.perform({ participant: id })) onClose();
  };

  return (
    <Modal
      question
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Title className="qr-title">{words.say('admit.heading')}</Dialog.Title>
      <Dialog.Description className="qr-soft">{words.say('admit.description')}</Dialog.Description>
      <RightPersonCheck
        key={identityOf(asked)}
        id={id}
        knock={asked}
        pending={admit.pending}
        error={admit.error}
        onAdmit={() => void letIn()}
      />
    </Modal>
  );
}
