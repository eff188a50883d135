'use client';
import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { Button } from '../button/button.tsx';
import { useReturnFocus } from '../focus/use-return-focus.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { usePortal } from '../visit-context/use-visit.ts';

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
  const portal = usePortal();
  const returnFocus = useReturnFocus(open);
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal container={portal}>
        <AlertDialog.Overlay className="qr-overlay" />
        <AlertDialog.Content className="qr-dialog" onCloseAutoFocus={returnFocus}>
          <AlertDialog.Title className="qr-title">{say(`${question}.title`)}</AlertDialog.Title>
          <AlertDialog.Description>{say(`${question}.text`)}</AlertDialog.Description>
          <div className="qr-dialog-actions">
            <AlertDialog.Cancel asChild>
              <Button>{say(`${question}.stay`)}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button kind="danger" onClick={onConfirm}>
                {say(`${question}.confirm`)}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
