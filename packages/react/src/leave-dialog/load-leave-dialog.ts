import type { ComponentType } from 'react';
import type { LeaveDialogProps } from './leave-dialog.tsx';
import { LeaveUnasked } from './leave-unasked.tsx';

/** Loads the dialog. Where its code cannot be had, perhaps because the network is gone, leaving must still work. */
export async function loadLeaveDialog(): Promise<{ readonly default: ComponentType<LeaveDialogProps> }> {
  try {
    return { default: (await import('./leave-dialog.tsx')).LeaveDialog };
  } catch {
    return { default: LeaveUnasked };
  }
}
