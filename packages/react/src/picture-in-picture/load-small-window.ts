'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** See `small-window-control`. */
export const SmallWindowControl = lazyPart(async () => (await import('./small-window-control.tsx')).SmallWindowControl);
