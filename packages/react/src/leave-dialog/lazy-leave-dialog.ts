'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';
import { loadLeaveDialog } from './load-leave-dialog.ts';

/** See `leave-dialog`. Its code comes when it is first shown, or with `preload`. */
export const LeaveDialog = lazyPart(async () => (await loadLeaveDialog()).default);
