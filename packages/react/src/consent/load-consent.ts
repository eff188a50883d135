'use client';
import type { Policy } from '@quietroom/core';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** Whether a visit under this policy may be recorded or captioned at all. */
export const maybeCaptured = ({ recording, captions }: Policy): boolean => recording !== 'none' || captions;

/** The parts of consent load only for a visit whose policy allows recording or captions. */
export const CaptureControls = lazyPart(async () => (await import('./capture-controls.tsx')).CaptureControls);
export const ConsentStatus = lazyPart(async () => (await import('./consent-status.tsx')).ConsentStatus);
