'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** See `people`. Its code comes when it is first shown, or with `preload`: exported so, no bundler puts it into the first file. */
export const People = lazyPart(async () => (await import('./people.tsx')).People);
