'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

export const VisitOpening = lazyPart(async () => (await import('./visit-opening.tsx')).VisitOpening);
export const OpeningPreview = lazyPart(async () => (await import('./opening-preview.tsx')).OpeningPreview);
