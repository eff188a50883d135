'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useAction } from '../hooks/use-action.ts';
import type { LeaveDialogProps } from '../leave-dialog/leave-dialog.tsx';
import { loadLeaveDialog } from '../leave-dialog/load-leave-dialog.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { whenIdle } from '../video-room/when-idle.ts';
import { Control } from './control.tsx';
import type { ActionControlProps } from './source-controls.tsx';

const LeaveDialog = lazy(loadLeaveDialog);

function Ask({ open, ...rest }: LeaveDialogProps) {
  const [asked, setAsked] = useState(false);
  if (open && !asked) setAsked(true);
  return asked || open ? (
    <Suspense>
      <LeaveDialog open={open} {...rest} />
    </Suspense>
  ) : null;
}

/** “Leave visit”: asks first. */
export function LeaveControl() {
  const visit = useVisit();
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  useEffect(() => whenIdle(() => void loadLeaveDialog()), []);
  return (
    <>
      <Control
        icon="leave"
        label={say('toolbar.leave')}
        short={say('toolbar.leaveShort')}
        tone="danger"
        onPress={() => {
          setOpen(true);
        }}
      />
      <Ask
        question="leave"
        open={open}
        onOpenChange={setOpen}
        onConfirm={() => {
          void visit.leave();
        }}
      />
    </>
  );
}

/** “End visit for everyone”: asks first. Absent for those who may not. */
export function EndControl({ onProblem }: ActionControlProps) {
  const { decision, pending, error, perform } = useAction('endForEveryone');
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    onProblem(error);
  }, [error, onProblem]);
  return (
    <>
      <Control
        icon="end"
        label={say('toolbar.end')}
        tone="danger"
        decision={decision}
        pending={pending}
        onPress={() => {
          setOpen(true);
        }}
      />
      <Ask
        question="end"
        open={open}
        onOpenChange={setOpen}
        onConfirm={() => {
          void perform();
        }}
      />
    </>
  );
}
