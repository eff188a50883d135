'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** The captions load only for a visit whose policy allows them. */
export const Captions = lazyPart(async () => (await import('./captions.tsx')).Captions);
