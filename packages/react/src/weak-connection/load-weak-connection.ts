'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** See `weak-connection`. Its code comes when it is first shown, or with `preload`: exported so, no bundler puts it into the first file. */
export const WeakConnection = lazyPart(async () => (await import('./weak-connection.tsx')).WeakConnection);
