'use client';
import * as AlertDialog from '@radix-ui/react-alert-dialog';
import type { ParticipantId } from '@quietroom/core';
import { Button } from '../button/button.tsx';
import { useReturnFocus } from '../focus/use-return-focus.ts';
import { useAction } from '../hooks/use-action.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { Problem } from '../problem/problem.tsx';
import { RosterName } from '../roster-name/roster-name.tsx';
import { usePortal } from '../visit-context/use-visit.ts';

interface RemoveDialogProps {
  readonly id: ParticipantId;
  readonly onClose: () => void;
}

/** Asks before somebody is sent out of the visit. */
export function RemoveDialog({ id, onClose }: RemoveDialogProps) {
  const words = useWords();
  const portal = usePortal();
  const returnFocus = useReturnFocus();
  const remove = useAction('remove');

  const sendOut = async () => {
    if (await remove.perform({ participant: id })) onClose();
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
          <AlertDialog.Title className="qr-title">{words.say('remove.heading')}</AlertDialog.Title>
          <div className="qr-right-person">
            <RosterName of={id} />
          </div>
          <AlertDialog.Description>{words.say('remove.description')}</AlertDialog.Description>
          {remove.error && <Problem error={remove.error} />}
          <div className="qr-dialog-actions">
            <AlertDialog.Cancel asChild>
              <Button>{words.say('remove.cancel')}</Button>
            </AlertDialog.Cancel>
            <Button kind="danger" pending={remove.pending} onClick={() => void sendOut()}>
              {words.say('remove.confirm')}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
