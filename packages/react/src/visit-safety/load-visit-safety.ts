'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** See `visit-safety`. Its code comes when it is first shown, or with `preload`: exported so, no bundler puts it into the first file. */
export const VisitSafety = lazyPart(async () => (await import('./visit-safety.tsx')).VisitSafety);
