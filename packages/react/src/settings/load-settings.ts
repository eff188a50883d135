'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** See `settings`. Its code comes when it is first shown, or with `preload`: exported so, no bundler puts it into the first file. */
export const Settings = lazyPart(async () => (await import('./settings.tsx')).Settings);
