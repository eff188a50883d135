'use client';
import { lazyPart } from '../part-boundary/lazy-part.tsx';

/** See `effect-switches`. Its code comes when it is first shown: exported so, no bundler puts it into the first file. */
export const EffectSwitches = lazyPart(async () => (await import('./effect-switches.tsx')).EffectSwitches);
