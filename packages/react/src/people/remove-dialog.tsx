'use client';
import * as Dialog from '@radix-ui/react-dialog';
import type { ParticipantId } from '@quietroom/core';
import { Button } from '../button/button.tsx';
import { Modal, wayBack } from '../dialog/modal.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { Problem } from '../problem/problem.tsx';
import { RosterName } from '../roster-name/roster-name.tsx';

interface RemoveDialogProps {
  readonly id: ParticipantId;
  readonly onClose: () => void;
}

/** Asks before somebody is sent out of the visit. */
export function RemoveDialog({ id, onClose }: RemoveDialogProps) {
  const words = useLaterWords();
  const remove = useAction('remove');

  const sendOut = async () => {
    if (await remove.perform({ participant: id })) onClose();
  };

  return (
    <Modal
      question
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Title className="qr-title">{words.say('remove.heading')}</Dialog.Title>
      <div className="qr-right-person">
        <RosterName of={id} />
      </div>
      <Dialog.Description>{words.say('remove.description')}</Dialog.Description>
      {remove.error && <Problem error={remove.error} />}
      <div className="qr-dialog-actions">
        <Dialog.Close asChild {...wayBack}>
          <Button>{words.say('remove.cancel')}</Button>
        </Dialog.Close>
        <Button kind="danger" pending={remove.pending} onClick={() => void sendOut()}>
          {words.say('remove.confirm')}
        </Button>
      </div>
    </Modal>
  );
}
