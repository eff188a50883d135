'use client';
import type { CaptureSource, SourceState } from '@quietroom/core';
import { useState } from 'react';
import { useDeviceState } from '../hooks/use-devices.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/** A source that did not open, or gave up. */
export type Failed = Extract<SourceState, { readonly status: 'failed' }>;

/** See {@link useFailure}. */
export interface Failure {
  /** Null while the source works, is off, or the person chose to go on without it. */
  readonly failed: Failed | null;
  /** How often it has failed, this time included. */
  readonly occurrence: number;
  /** The person goes on without it: nothing more is said until it fails again. */
  readonly setAside: () => void;
}

interface Memory {
  readonly latest: SourceState;
  readonly failed: Failed | null;
  readonly occurrence: number;
}

/**
 * Why a source does not work, until it does or the person goes on without it. While it is tried again the last failure
 * stays, so that what is shown, and the focus in it, do not jump.
 */
export function useFailure(source: CaptureSource): Failure {
  const { media } = useVisit();
  const state = useDeviceState((devices) => devices[source]);
  const [memory, setMemory] = useState<Memory>(() => {
    // Whoever was told before the visit, and came in all the same, has chosen to go on without it.
    const known = state.status === 'failed' && (source === 'screen' || !media.wanted[source]);
    return { latest: known ? state : { status: 'off' }, failed: null, occurrence: 0 };
  });
  if (state !== memory.latest) {
    const failed = state.status === 'failed' ? state : state.status === 'opening' ? memory.failed : null;
    setMemory({ latest: state, failed, occurrence: memory.occurrence + (state.status === 'failed' ? 1 : 0) });
  }
  return {
    failed: memory.failed,
    occurrence: memory.occurrence,
    setAside: () => {
      setMemory((before) => ({ ...before, failed: null }));
    },
  };
}
