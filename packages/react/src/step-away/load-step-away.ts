'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

export const StepAwayControl = lazyPart(async () => (await import('./step-away-control.tsx')).StepAwayControl);
export const LogoffGuard = lazyPart(async () => (await import('./logoff-guard.tsx')).LogoffGuard);
