'use client';
import * as Dialog from '@radix-ui/react-dialog';
import { Button } from '../button/button.tsx';
import { Modal, wayBack } from '../dialog/modal.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';

/** See {@link LeaveDialog}. */
export interface LeaveDialogProps {
  /** Whether this page leaves, or the visit ends for everybody. */
  readonly question: 'leave' | 'end';
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onConfirm: () => void;
}

/** Asks before leaving, or before ending the visit for everybody. The last button does it. */
export function LeaveDialog({ question, open, onOpenChange, onConfirm }: LeaveDialogProps) {
  const { say } = useWords();
  return (
    <Modal question open={open} onOpenChange={onOpenChange}>
      <Dialog.Title className="qr-title">{say(`${question}.title`)}</Dialog.Title>
      <Dialog.Description>{say(`${question}.text`)}</Dialog.Description>
      <div className="qr-dialog-actions">
        <Dialog.Close asChild {...wayBack}>
          <Button>{say(`${question}.stay`)}</Button>
        </Dialog.Close>
        <Dialog.Close asChild>
          <Button kind="danger" onClick={onConfirm}>
            {say(`${question}.confirm`)}
          </Button>
        </Dialog.Close>
      </div>
    </Modal>
  );
}
