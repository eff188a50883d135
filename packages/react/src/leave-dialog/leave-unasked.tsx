'use client';
import { useEffect } from 'react';
import type { LeaveDialogProps } from './leave-dialog.tsx';

/** Leaves without asking; ends nothing for others. */
export function LeaveUnasked({ question, open, onConfirm }: LeaveDialogProps) {
  useEffect(() => {
    if (open && question === 'leave') onConfirm();
  }, [open, question, onConfirm]);
  return null;
}
