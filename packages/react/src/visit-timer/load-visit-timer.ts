'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** See `visit-timer`. */
export const VisitTimer = lazyPart(async () => (await import('./visit-timer.tsx')).VisitTimer);
